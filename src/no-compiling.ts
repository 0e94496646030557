import { z } from 'zod';

/*
 * Imported by every module that makes a schema, before anything else: a schema decides when it is
 * made whether it will be compiled. A page under a strict Content-Security-Policy may not even try
 * `new Function`, since the browser reports it; and compiling takes longer than it saves a process
 * that judges a file or two.
 */
z.config({ jitless: true });

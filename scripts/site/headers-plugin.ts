import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import {
  cacheChecked,
  cachingOf,
  contentSecurityPolicy,
  securityHeaders,
} from './security-headers.ts';

/** Puts the policy into the built index.html, and all headers on what `vite preview` serves. */
export function headersPlugin(): Plugin {
  return {
    name: 'security-headers',
    transformIndexHtml: {
      order: 'post',
      // Not in development: the live reload's own script stands in the page.
      handler: (html, { server }) =>
        server
          ? html
          : {
              html,
              tags: [
                {
                  tag: 'meta',
                  attrs: {
                    'http-equiv': 'Content-Security-Policy',
                    content: contentSecurityPolicy,
                  },
                  injectTo: 'head-prepend',
                },
              ],
            },
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(securityHeaders)) {
          response.setHeader(name, value);
        }
        setCaching(response, request.url ?? '/');
        next();
      });
    },
  };
}

/** The file server behind sets its own caching as it begins to answer; this has the last word. */
function setCaching(response: ServerResponse, path: string): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, reason?: unknown, given?: OutgoingHttpHeaders) => {
    const headers = typeof reason === 'object' && reason !== null ? { ...reason } : { ...given };
    for (const name of Object.keys(headers)) {
      if (name.toLowerCase() === 'cache-control') Reflect.deleteProperty(headers, name);
    }
    const caching = status < 400 ? cachingOf(path) : cacheChecked;
    return writeHead(status, { ...headers, 'Cache-Control': caching });
  };
}

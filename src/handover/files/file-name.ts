/** Why a name cannot be that of a file in a repository; undefined for one that can. */
export function nameComplaint(name: string): string | undefined {
  const steps = name.split('/');
  if (/\0|\p{Cs}/u.test(name)) return 'A file’s name has characters that no file can have.';
  if (steps.some((step) => step === '' || step === '.' || step === '..')) {
    return `${JSON.stringify(name)} is no path within a repository: leave out a slash in front, "." and "..".`;
  }
  return steps.some((step) => step.toLowerCase() === '.git')
    ? `${JSON.stringify(name)} is Git’s own.`
    : undefined;
}

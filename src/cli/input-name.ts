/** How remarks call a file that was given: `-` is standard input. */
export function inputName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

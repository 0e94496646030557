const brackets = /<[A-Za-z][\w .-]*>/g;

/** The placeholders in angle brackets that a text still has, such as `<registry-secret>`. */
export function placeholdersIn(text: string): readonly string[] {
  return text.includes('<') ? (text.match(brackets) ?? []) : [];
}

/** The guide's step 1, with a word on what each label does. */
export const namespaceText = `# Apply this before helm install: the chart does not set these labels.
apiVersion: v1
kind: Namespace
metadata:
  name: astro-agent-restricted
  labels:
    # pods that break the rules are refused
    pod-security.kubernetes.io/enforce: restricted
    # ... noted in the audit log
    pod-security.kubernetes.io/audit: restricted
    # ... and named in a warning to whoever applies them
    pod-security.kubernetes.io/warn: restricted
`;

/**
 * Which fields a pod mentions, as the bits of a number. Most checks only forbid values of fields
 * that few pods set, and have nothing to say of a pod without them.
 */
export const MENTIONS = {
  annotations: 1 << 0,
  appArmorProfile: 1 << 1,
  capabilities: 1 << 2,
  hostIPC: 1 << 3,
  hostNetwork: 1 << 4,
  hostPID: 1 << 5,
  lifecycle: 1 << 6,
  ports: 1 << 7,
  privileged: 1 << 8,
  probes: 1 << 9,
  procMount: 1 << 10,
  runAsUser: 1 << 11,
  seccompProfile: 1 << 12,
  seLinuxOptions: 1 << 13,
  sysctls: 1 << 14,
  volumes: 1 << 15,
  windowsOptions: 1 << 16,
};

export type Mention = keyof typeof MENTIONS;

/** What every pod counts as mentioning, for checks that require something. */
export const ALWAYS = 1 << 17;

import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/agent/assess/assess.ts';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { assessed, changed, set } from '../rules/base.ts';
import { edits, sample, verdicts } from './samples.ts';

/** Every line that Fix everything changes; whatever is not here is as it was. */
const expected: Readonly<Record<string, string>> = {
  'astro-ui-2x.yaml': `@@ -10,7 +10,7 @@
-createNamespace: true
+createNamespace: false
@@ -186,6 +186,8 @@
+  seccompProfile:
+    type: RuntimeDefault
@@ -197,7 +199,11 @@
-containerSecurityContext: {}
+containerSecurityContext:
+  allowPrivilegeEscalation: false
+  capabilities:
+    drop:
+      - ALL
@@ -956,6 +962,12 @@
+  podSecurityContext:
+    seccompProfile:
+      type: RuntimeDefault
+    runAsUser: 5000
+    fsGroup: 5000
+    runAsNonRoot: true
@@ -967,7 +979,11 @@
-  containerSecurityContext: {}
+  containerSecurityContext:
+    allowPrivilegeEscalation: false
+    capabilities:
+      drop:
+        - ALL`,
  'astro-ui-1x.yaml': `@@ -83,7 +83,7 @@
-    value: True
+    value: "True"
@@ -162,6 +162,8 @@
+  seccompProfile:
+    type: RuntimeDefault
@@ -173,7 +175,11 @@
-containerSecurityContext: {}
+containerSecurityContext:
+  allowPrivilegeEscalation: false
+  capabilities:
+    drop:
+      - ALL`,
  'team-edited.yaml': `@@ -47,7 +47,13 @@
-containerSecurityContext: {}
+  seccompProfile:
+    type: RuntimeDefault
+containerSecurityContext:
+  allowPrivilegeEscalation: false
+  capabilities:
+    drop:
+      - ALL
@@ -105,6 +111,11 @@
+  securityContext:
+    allowPrivilegeEscalation: false
+    capabilities:
+      drop:
+        - ALL
@@ -131,6 +142,9 @@
+          capabilities:
+            drop:
+              - ALL
@@ -158,6 +172,11 @@
+        securityContext:
+          allowPrivilegeEscalation: false
+          capabilities:
+            drop:
+              - ALL
@@ -179,6 +198,8 @@
+      - name: task-logs
+        mountPath: /usr/local/airflow/logs  # task logs; if Airflow logs elsewhere, mount that folder instead
@@ -238,8 +259,21 @@
+    - name: task-logs
+      mountPath: /usr/local/airflow/logs  # task logs; if Airflow logs elsewhere, mount that folder instead
+  podSecurityContext:
+    seccompProfile:
+      type: RuntimeDefault
+    runAsUser: 5000
+    fsGroup: 5000
+    runAsNonRoot: true
+  containerSecurityContext:
+    allowPrivilegeEscalation: false
+    capabilities:
+      drop:
+        - ALL`,
  'quirks.yaml': `@@ -89,6 +89,8 @@
+  seccompProfile:
+    type: RuntimeDefault
@@ -109,6 +111,8 @@
+  - name: vector-data
+    mountPath: /vector
@@ -136,6 +140,8 @@
+    - name: vector-data
+      emptyDir: {}
@@ -169,12 +175,19 @@
+       securityContext:
+            allowPrivilegeEscalation: false
+            capabilities:
+                 drop:
+                   - ALL
+     - name: vector-data
+       emptyDir: {}
@@ -207,6 +220,8 @@
+ - name: vector-data
+   emptyDir: {}
@@ -222,6 +237,17 @@
+  podSecurityContext:
+    seccompProfile:
+      type: RuntimeDefault
+    runAsUser: 5000
+    fsGroup: 5000
+    runAsNonRoot: true
+  containerSecurityContext:
+    allowPrivilegeEscalation: false
+    capabilities:
+      drop:
+      - ALL`,
  'crlf.yaml': `@@ -26,7 +26,13 @@
-containerSecurityContext: {}\r
+  seccompProfile:\r
+    type: RuntimeDefault\r
+containerSecurityContext:\r
+  allowPrivilegeEscalation: false\r
+  capabilities:\r
+    drop:\r
+      - ALL\r`,
};

describe('fixEverything', () => {
  it.each(Object.entries(expected))('changes these lines of %s and no others', (name, lines) => {
    const before = sample(name);
    const { documents, refused } = fixEverything(before);
    expect(edits(before.values, documents.values)).toBe(lines);
    expect(documents.namespace).toBe(before.namespace);
    expect(refused).toEqual([]);
    expect(fixEverything(documents)).toMatchObject({ documents, applied: 0 });
  });

  it('leaves the finished sample and the starter byte for byte as they are', () => {
    for (const documents of [sample('already-restricted.yaml'), starter()]) {
      expect(fixEverything(documents)).toEqual({
        documents,
        applied: 0,
        repaired: [],
        left: [],
        refused: [],
      });
    }
  });

  it('keeps the line endings and the byte order mark of a Windows file', () => {
    const { values } = fixEverything(sample('crlf.yaml')).documents;
    expect(values.startsWith('\uFEFF')).toBe(true);
    expect(values.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('admits every pod, but for what only a person can decide', () => {
    for (const name of ['astro-ui-2x.yaml', 'astro-ui-1x.yaml', 'quirks.yaml', 'crlf.yaml']) {
      const { documents, left } = fixEverything(sample(name));
      expect(left).toEqual([]);
      expect(standingOf(assessed(documents))).toBe('admitted');
    }
    const { documents, left, applied } = fixEverything(sample('team-edited.yaml'));
    expect(applied).toBe(9);
    expect(left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'restrictedVolumes: volume "dsd-socket" uses restricted volume type "hostPath"',
    ]);
    expect(verdicts(assessed(documents))).toEqual([
      'worker/default: rejected',
      'worker/heavy: admitted',
      'dag-processor: admitted',
      'triggerer: admitted',
      'sentinel: admitted',
    ]);
  });

  it('comes to the guide’s file with the read-only root filesystem', () => {
    for (const name of ['astro-ui-2x.yaml', 'astro-ui-1x.yaml', 'team-edited.yaml', 'crlf.yaml']) {
      const { documents } = fixEverything(sample(name));
      const problem = assessed(documents).problems.find(({ rule }) => rule === 'read-only-root');
      if (problem?.fix === undefined) throw new Error(name);
      const done = applyFix(documents, problem.fix);
      expect(done.refused).toEqual([]);
      const after = assessed(done.documents);
      expect(after.pods.map(({ verdict }) => verdict)).toEqual(
        assessed(documents).pods.map(({ verdict }) => verdict),
      );
      expect(after.problems.filter(({ rule }) => rule === 'read-only-root')).toEqual([]);
    }
  });

  it('gives documents that cannot be read back as they are', () => {
    const documents = sample('bad/tab-indented.yaml');
    expect(fixEverything(documents)).toEqual({
      documents,
      applied: 0,
      repaired: [],
      left: [],
      refused: [],
    });
  });

  it('takes a few rounds for a hundred workers', () => {
    const worker = (index: number) => ({ name: `w-${index}`, volumes: [], volumeMounts: [] });
    const given = changed(
      set(
        ['workers'],
        Array.from({ length: 100 }, (_, i) => worker(i)),
      ),
    );
    const { documents, applied, left } = fixEverything(given);
    expect(applied).toBe(200);
    expect(left).toEqual([]);
    expect(standingOf(assessed(documents))).toBe('admitted');
  });
});

describe('applyFix', () => {
  it('widens a fix to all that share an anchor, and says so', () => {
    const documents = sample('quirks.yaml');
    const problem = assessed(documents).problems.find(
      ({ field }) => field === 'security.pod.seccompProfile',
    );
    if (problem?.fix === undefined) throw new Error('no fix');
    expect(problem.fix.title).toBe(
      'Add seccompProfile: RuntimeDefault, also where &pod is used: workers[0].podSecurityContext, triggerer.podSecurityContext',
    );
    const { documents: after, refused } = applyFix(documents, problem.fix);
    expect(refused).toEqual([]);
    expect(edits(documents.values, after.values)).toBe(
      '@@ -89,6 +89,8 @@\n+  seccompProfile:\n+    type: RuntimeDefault',
    );
  });

  it('names the line in the way where a shared value must not change', () => {
    const problems = assessed(sample('quirks.yaml')).problems;
    const problem = problems.find(
      ({ field }) => field === 'security.container.readOnlyRootFilesystem',
    );
    expect(problem?.fix).toBeUndefined();
    expect(problem?.message).toContain('line 93 is in the way: this value is shared through');
  });

  it('applies a fix whole or not at all', () => {
    const documents = changed();
    const { documents: after, refused } = applyFix(documents, {
      title: 'Half of it cannot be done',
      changes: [
        { document: 'values', change: set(['logLevel'], 'INFO') },
        { document: 'values', change: set(['namespace', 'name'], 'x') },
      ],
    });
    expect(after).toBe(documents);
    expect(refused).toHaveLength(1);
  });
});

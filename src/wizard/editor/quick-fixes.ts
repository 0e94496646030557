import { fixProblem } from '../actions.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import type { ProblemMark } from '../problems/marks.ts';
import { languageId, monaco } from './monaco.ts';

/*
 * The lightbulb, Ctrl+. and the hover offer the fixes of the problems on the cursor's line. They
 * are the page's own: applied to the documents as one named step, wherever else they change them.
 */

const command = 'wizard.fix';

const offered = new WeakMap<monaco.editor.ITextModel, readonly ProblemMark[]>();

/** Says which problems a model's text has now. */
export function offerFixes(model: monaco.editor.ITextModel, marks: readonly ProblemMark[]): void {
  offered.set(model, marks);
}

monaco.editor.registerCommand(command, (_services, id: unknown) => {
  const problem = presentAssessment()?.problems.find((known) => known.id === id);
  if (problem) fixProblem(problem);
});

monaco.languages.registerCodeActionProvider(
  languageId,
  {
    provideCodeActions(model, { startLineNumber, endLineNumber }, { markers }) {
      const marks = (offered.get(model) ?? []).filter(
        ({ line }) => startLineNumber <= line && line <= endLineNumber,
      );
      const actions = marks.flatMap(({ problem: { id, rule, fix } }) =>
        fix === undefined
          ? []
          : {
              title: fix.title,
              kind: 'quickfix',
              isPreferred: true,
              diagnostics: markers.filter(({ code, source }) =>
                typeof code === 'object' ? code.value === rule : source === rule,
              ),
              command: { id: command, title: fix.title, arguments: [id] },
            },
      );
      return { actions, dispose: () => {} };
    },
  },
  { providedCodeActionKinds: ['quickfix'] },
);

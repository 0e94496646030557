import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { waitingTexts } from './waiting-texts.ts';

/** A value in angle brackets, such as `<registry-secret>`, still waits for the real one. */
const check: Check = (model) =>
  waitingTexts(model).flatMap(({ document, path, waiting: { kind, names } }) =>
    kind === 'placeholder'
      ? [
          finding({
            rule: 'placeholder',
            effect: 'advice',
            message: `${names.join(', ')} still ${names.length === 1 ? 'stands' : 'stand'} for a real value`,
            why: 'Nobody but you knows what belongs there.',
            document,
            path,
          }),
        ]
      : [],
  );

export const placeholder: Rule = {
  id: 'placeholder',
  summary: 'A placeholder in angle brackets still stands for a real value.',
  remedy: 'Replace it by the real value.',
  help: pages.guide,
  effects: ['advice'],
  check,
};

import type { PlainValue } from './change.ts';
import { type EditContext, guard, guardValue, type Target } from './edit-context.ts';
import { headerComment, withComment } from './header-comment.ts';
import { isBlockScalar } from './insertion-point.ts';
import type { YamlNode } from './node.ts';
import { quoteOf, valuesIn } from './peers.ts';
import { propertiesStart } from './properties-start.ts';
import {
  blanks,
  isLiteralSafe,
  isNested,
  literalLines,
  renderFlow,
  renderInline,
  renderQuoted,
} from './render.ts';
import { withBlock, withoutBlock } from './replace-block.ts';
import { blockStyle, flowStyle, lineBreakAt, type Quote } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { columnOf, lineEnd } from './trivia.ts';

/** Puts another value in the place of one, as a whole. */
export function replaceWhole(
  context: EditContext,
  target: Target,
  value: PlainValue,
  prefix = '',
): TextEdit[] {
  guardValue(context, target);
  return overwrite(context, target, value, prefix);
}

/** As `replaceWhole`, where it is settled that no other place minds. */
export function overwrite(
  context: EditContext,
  target: Target,
  value: PlainValue,
  prefix = '',
): TextEdit[] {
  const { node, parent } = target;
  if (parent?.flow === true)
    return spliced(context, target, flowText(context, target, value), value);
  if (isNested(value)) return withBlock(context, target, value, prefix);
  const collection = node.kind === 'mapping' || node.kind === 'sequence';
  if (collection && !node.flow)
    return withoutBlock(context, target, renderInline(value, 'double', false));
  return spliced(context, target, scalarText(context, target, value), value);
}

/**
 * Fills a mapping or list that is empty. Unlike replacing it, this leaves its anchor's other
 * users to be checked against the change below.
 */
export function fill(
  context: EditContext,
  target: Target,
  value: PlainValue,
  step: string | number,
): TextEdit[] {
  guard(context, target.node, [step], [...target.path, step]);
  if (target.parent?.flow === true) {
    return spliced(context, target, flowText(context, target, value), value);
  }
  return withBlock(context, target, value, '');
}

function flowText(context: EditContext, target: Target, value: PlainValue): string {
  if (typeof value === 'string') {
    const quote = ownQuote(target.node) ?? quoteBeside(target);
    if (quote !== undefined) return renderQuoted(value, quote);
  }
  return renderFlow(value, flowOf(context, target));
}

function ownQuote(node: YamlNode): Quote | undefined {
  if (node.kind !== 'scalar') return undefined;
  return node.style === 'single' || node.style === 'double' ? node.style : undefined;
}

/** What is written where nothing was is quoted as all texts beside it. */
function quoteBeside({ node, parent }: Target): Quote | undefined {
  return node.kind === 'scalar' && node.style === 'missing' ? quoteOf(valuesIn(parent)) : undefined;
}

function flowOf(context: EditContext, { node, parent }: Target) {
  const own = (node.kind === 'mapping' || node.kind === 'sequence') && node.flow;
  const style = flowStyle(context.tree, own ? node : parent);
  return style.json ? style : flowStyle(context.tree, parent);
}

/** Replaces the text of a value, or writes one where none is. A comment behind a `|` stays. */
function spliced(
  context: EditContext,
  { node, entry }: Target,
  text: string,
  value: PlainValue,
): TextEdit[] {
  const source = context.tree.text;
  const end = node.range.offset + node.range.length;
  const from = propertiesStart(node, value);
  if (node.kind !== 'scalar' || node.style !== 'missing') {
    const whole = from.text + withComment(text, headerComment(source, node));
    return [{ offset: from.offset, length: end - from.offset, text: whole }];
  }
  if (entry !== undefined && entry.colon < 0) {
    const pad = blanks(columnOf(source, entry.range.offset));
    const colon = entry.explicit ? `${lineBreakAt(source, end)}${pad}: ` : ': ';
    return [{ offset: end, length: 0, text: colon + text }];
  }
  const space = from.offset === node.range.offset && node.tag !== undefined ? '' : ' ';
  return [{ offset: from.offset, length: end - from.offset, text: space + from.text + text }];
}

/** A scalar in the quotes of the one before, as far as they can hold it. */
function scalarText(context: EditContext, target: Target, value: PlainValue): string {
  const { tree } = context;
  const { node, parent } = target;
  const style = blockStyle(tree, parent, node.range.offset);
  if (typeof value !== 'string') return renderInline(value, style.quote, false);
  const quote = ownQuote(node);
  if (quote !== undefined) return renderQuoted(value, quote);
  if (context.literals && isLiteralSafe(value) && canHoldLines(context, node)) {
    const column =
      literalColumn(context, node) ?? columnOf(tree.text, parent?.content ?? 0) + style.step;
    const lines = literalLines(value, column);
    const end = node.range.offset + node.range.length;
    // A text that ends in a line break needs it in the file too.
    const last = end === tree.text.length && value.endsWith('\n') ? style.eol : '';
    return lines.join(style.eol) + last;
  }
  const beside = quoteBeside(target);
  if (beside !== undefined) return renderQuoted(value, beside);
  return renderInline(value, style.quote, false);
}

/** The column of an existing block scalar's lines. */
function literalColumn({ tree }: EditContext, node: YamlNode): number | undefined {
  if (!isBlockScalar(node)) return undefined;
  const text = tree.text.slice(node.content, node.range.offset + node.range.length);
  if (/^[|>][-+]?[0-9]/.test(text)) return undefined;
  return /[\r\n]( *)[^\s]/.exec(text)?.[1]?.length;
}

/** Whether nothing follows on the line, nor comments below that a block scalar would swallow. */
function canHoldLines({ tree }: EditContext, node: YamlNode): boolean {
  const end = node.range.offset + node.range.length;
  if (end < lineEnd(tree.text, end)) return false;
  return isBlockScalar(node) || !/^\s*[\r\n] +#/.test(tree.text.slice(end, end + 2000));
}

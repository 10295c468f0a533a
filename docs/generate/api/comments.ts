import { type Comment, type CommentDisplayPart, CommentTag } from 'typedoc'

/**
 * Brings the comment of one declaration into the form of the pages: the default stands in the text, where tables show
 * it; all errors stand under one heading, their codes linked.
 */
export function shapeComment(comment: Comment, codes: ReadonlySet<string>): void {
  const defaults = comment.getTag('@defaultValue')
  if (defaults) {
    comment.summary = [
      ...trimEnd(comment.summary),
      { kind: 'text', text: ` Default: ${showDefault(defaults.content)}.` },
    ]
    comment.removeTags('@defaultValue')
  }
  const throws = comment.getTags('@throws').map(({ content }) => linkCodes(content, codes))
  if (throws.length === 0) return
  const isList = throws.length > 1
  const content = throws.flatMap((each): CommentDisplayPart[] =>
    isList ? [{ kind: 'text', text: '- ' }, ...trimEnd(each), { kind: 'text', text: '\n' }] : each,
  )
  const first = comment.blockTags.findIndex(({ tag }) => tag === '@throws')
  comment.blockTags[first] = new CommentTag('@throws', content)
  comment.blockTags = comment.blockTags.filter(({ tag }, index) => tag !== '@throws' || index === first)
}

/** A literal as code, words as words. */
function showDefault(content: readonly CommentDisplayPart[]): string {
  const text = content
    .map((part) => part.text)
    .join('')
    .replace(/^```\w*\n|\n```$/g, '')
    .trim()
  return /^('[^']*'|\d[\d ]*|true|false|[\w$]+\.[\w$.]+)$/.test(text) ? `\`${text}\`` : text
}

function linkCodes(content: readonly CommentDisplayPart[], codes: ReadonlySet<string>): CommentDisplayPart[] {
  return content.map((part) => {
    const code = part.kind === 'code' ? part.text.slice(1, -1) : ''
    return codes.has(code) ? { kind: 'text', text: `[\`${code}\`](../errors.md#${code})` } : part
  })
}

function trimEnd(parts: readonly CommentDisplayPart[]): CommentDisplayPart[] {
  const last = parts.at(-1)
  return last?.kind === 'text' ? [...parts.slice(0, -1), { ...last, text: last.text.trimEnd() }] : [...parts]
}

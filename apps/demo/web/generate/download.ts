/** Hands a text to the browser as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** A UserID as the name of a file. */
export function toFileName(userId: string): string {
  return userId.replace(/[^\p{L}\p{N}_-]+/gu, '_')
}

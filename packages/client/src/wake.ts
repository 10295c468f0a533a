/** Starts or ends to hear a browser's signs that what failed may work now: back online, or in front again. */
export function hearBrowser(listener: () => void, wanted: boolean): void {
  // Other platforms do not have these; the last event comes up from the document.
  const method = wanted ? 'addEventListener' : 'removeEventListener'
  for (const event of ['online', 'pageshow', 'visibilitychange']) globalThis[method]?.(event, listener)
}

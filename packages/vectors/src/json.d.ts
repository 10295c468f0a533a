/** The data has the types that `index.ts` declares. */
declare module '*.json' {
  const data: unknown
  export default data
}

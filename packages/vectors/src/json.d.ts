/** The data has the types that `index.ts` gives it. */
declare module '*.json' {
  const data: unknown
  export default data
}

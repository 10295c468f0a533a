declare module 'express4' {
  // What the tests use of Express 4 has the same types in Express 5.
  import express from 'express'
  export default express
}

declare module 'express416' {
  // What the tests use of Express 4 has the same types in Express 5.
  import express from 'express'
  export default express
}

declare module 'koa2' {
  // What the tests use of Koa 2 has the same types in Koa 3.
  import Koa from 'koa'
  export default Koa
}

const { sessionOf } = require('./login.js')

// Prints a cookie to try the example with: there is no login page here.
console.log(sessionOf(process.argv[2] ?? 'alice'))

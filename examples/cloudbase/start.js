// Runs the function on this machine, as CloudBase does.
const { dirname, join } = require('node:path')

process.argv.push('--source', join(__dirname, 'index.js'), '--port', process.env.PORT ?? '3000')
require(join(dirname(require.resolve('@cloudbase/functions-framework')), '../bin/tcb-ff.js'))

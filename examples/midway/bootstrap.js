const { Bootstrap } = require('@midwayjs/bootstrap')
const configuration = require('./dist/configuration')

Bootstrap.configure({ imports: [configuration] })
  .run()
  .then(() => {
    console.log(`Listening on http://localhost:${process.env.MIDWAY_HTTP_PORT}`)
  })

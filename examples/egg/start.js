import { startEgg } from 'egg'

const app = await startEgg({ baseDir: import.meta.dirname })
const server = app.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`Listening on http://localhost:${server.address().port}`)
})

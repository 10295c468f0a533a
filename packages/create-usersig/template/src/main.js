import TencentCloudChat from '@tencentcloud/chat'
import { createUserSigSource } from '@usersig/client'
import { loginChat } from '@usersig/client/chat'

const form = document.querySelector('form')
const show = (text) => {
  document.querySelector('output').textContent = text
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const body = JSON.stringify(Object.fromEntries(new FormData(form)))
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/login', { method: 'POST', headers, body })
  if (!answer.ok) return show('wrong user or password')
  await logInToChat().catch((error) => show(`login failed: ${error.code} ${error.message}`))
})

async function logInToChat() {
  const source = createUserSigSource({ endpoint: '/usersig' })
  const { sdkAppId, userId } = await source.get()
  show('connecting to Tencent …')
  const chat = TencentCloudChat.create({ SDKAppID: sdkAppId })
  chat.on(TencentCloudChat.EVENT.SDK_READY, () => show(`${userId} is logged in`))
  await loginChat(chat, source).ready()
}

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, MARK } from './table.mjs'

// Writes what `main.mjs` measured into the pull request of a branch, or over the comment of an earlier run.
const folder = process.argv[2] ?? 'measured'
const { GITHUB_REPOSITORY: repository, HEAD: head = '' } = process.env
const measured = ['head', 'base'].map(read)
const [pull] = gh(['--method', 'GET', `repos/${repository}/pulls`, '-f', 'state=open', '-f', `head=${head}`])
if (measured[0] && pull) comment(pull.number, compare(...measured))

function read(which) {
  const path = join(folder, `measured-${which}`, 'measured.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function comment(number, body) {
  const comments = gh([`repos/${repository}/issues/${number}/comments?per_page=100`])
  const own = comments.find((one) => one.user.type === 'Bot' && one.body.startsWith(MARK))
  if (own) gh(['--method', 'PATCH', `repos/${repository}/issues/comments/${own.id}`, '-f', `body=${body}`])
  else gh(['--method', 'POST', `repos/${repository}/issues/${number}/comments`, '-f', `body=${body}`])
}

function gh(args) {
  const { status, stdout, stderr } = spawnSync('gh', ['api', ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

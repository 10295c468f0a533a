import { allRecipes, recipeFor } from '../../packages/cli/src/mcp/recipes.ts'
import { writeContent } from './write.ts'

/** How to wire each stack, in the form that coding assistants load. */
export function writeSkill(): void {
  const { client } = recipeFor([])
  const stacks = allRecipes().map(
    ({ stack, install, lines, environment }) => `### ${stack}

\`\`\`sh
${install}
\`\`\`

\`\`\`ts
${lines}
\`\`\`

${environment}
`,
  )
  writeContent(
    'public/skills/usersig/SKILL.md',
    `---
name: usersig
description: Issue and verify UserSig and PrivateMapKey for Tencent Cloud Chat (IM) and TRTC in TypeScript and JavaScript, and find out why a login fails. Use it when a project needs a UserSig, or a code such as 70001, 70009 or -100018 comes up.
---

# UserSig

The server signs, the app fetches. The secret key stays on the server: a key in an app lets everybody log in as anybody.

1. Find the stack of the server in package.json, and add the lines below.
2. Take the UserID from the app's own login (session, JWT), never from the body of the request.
3. Set USERSIG_SDKAPPID and USERSIG_SECRETKEY in the environment of the server, never in code, never in a repository.
4. In the app, fetch the ticket with @usersig/client; it renews it in time.

\`npx usersig init\` does these steps in a project. \`npx usersig doctor 'CODE, LOG OR TICKET'\` says why a login fails.

## Server

${stacks.join('\n')}
## App

\`\`\`sh
${client.install}
\`\`\`

\`\`\`ts
${client.lines}
\`\`\`

## Rules

- UserIDs have at most 32 bytes. \`toUserId\` turns a UUID into one that fits.
- Durations are seconds. \`administrator\` is not issued by an endpoint.
- Rooms need \`authorizeRoom\`; without it no PrivateMapKey is issued.
- An option that does not exist is a TypeError at start, with the nearest right name.
`,
  )
}

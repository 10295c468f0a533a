import { CliError } from '../exit.ts'
import { findKeys, type KeyOptions } from '../input/keys.ts'
import { callTool, TOOLS, ToolError } from '../mcp/tools.ts'
import { redactAll } from '../output/terminal.ts'
import { version } from '../version.ts'
import { words } from '../words/index.ts'

/** Serves assistants over standard input and output until the input ends. */
export async function serveMcp(options: KeyOptions): Promise<void> {
  // Read once, before anything is asked: what is wrong with a key is said where a person looks.
  const keys = findKeys(options)
  const { Server, StdioServerTransport, CallToolRequestSchema, ListToolsRequestSchema } = await loadSdk()
  const server = new Server({ name: 'usersig', version }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...TOOLS] }))
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    try {
      const result = redactAll(callTool(params.name, params.arguments ?? {}, keys))
      return { content: [{ type: 'text', text: JSON.stringify(result, undefined, 2) }] }
    } catch (error) {
      if (!(error instanceof ToolError)) throw error
      return { content: [{ type: 'text', text: error.message }], isError: true }
    }
  })
  await server.connect(new StdioServerTransport())
}

/** An optional peer: it brings 90 packages that no other command needs. */
async function loadSdk() {
  try {
    const [{ Server }, { StdioServerTransport }, { CallToolRequestSchema, ListToolsRequestSchema }] = await Promise.all(
      [
        import('@modelcontextprotocol/sdk/server/index.js'),
        import('@modelcontextprotocol/sdk/server/stdio.js'),
        import('@modelcontextprotocol/sdk/types.js'),
      ],
    )
    return { Server, StdioServerTransport, CallToolRequestSchema, ListToolsRequestSchema }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new CliError(words.mcp.missing, words.mcp.missingHint)
  }
}

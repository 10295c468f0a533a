import { Agent, request } from 'node:http'

/** What became of one request. */
export interface Answered {
  readonly user: string
  readonly status: number
  readonly body: string
  /** Which service answered. */
  readonly url: string
}

/** A request without an answer. */
export interface Failed {
  readonly url: string
  readonly code: string | undefined
}

export interface Load {
  readonly answers: readonly Answered[]
  readonly failures: readonly Failed[]
}

/** One request to be made: it goes to the services in turn until one answers. */
export interface Job {
  readonly user: string
  readonly token: string
}

/** How often a request is tried before it counts as lost. */
const TRIES = 20

/**
 * Clients that keep their connections, as apps behind a load balancer: who gets no answer, or is asked to leave by
 * `Connection: close`, goes to the next service.
 *
 * @param onAnswer told after each answer how many there are
 */
export async function load(
  urls: readonly string[],
  jobs: readonly Job[],
  clients: number,
  onAnswer: (count: number) => void = () => {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const answers: Answered[] = []
  const failures: Failed[] = []
  const open = [...jobs]
  const left = new Set<string>()

  async function work(client: number): Promise<void> {
    for (let job = open.pop(); job !== undefined; job = open.pop()) {
      for (let tries = 0; tries < TRIES; tries++) {
        const staying = urls.filter((each) => !left.has(each))
        const url = staying[(client + tries) % staying.length] as string
        try {
          const { isLast, ...answer } = await post(url, job.token, agent)
          if (isLast) left.add(url)
          answers.push({ user: job.user, url, ...answer })
          onAnswer(answers.length)
          break
        } catch (error) {
          failures.push({ url, code: (error as NodeJS.ErrnoException).code })
        }
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, i) => work(i)))
  agent.destroy()
  return { answers, failures }
}

function post(url: string, token: string, agent: Agent): Promise<{ status: number; body: string; isLast: boolean }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': '0' }
    request(`${url}/usersig`, { method: 'POST', agent, headers }, (response) => {
      let body = ''
      response
        .setEncoding('utf8')
        .on('data', (chunk) => {
          body += chunk
        })
        .on('end', () =>
          response.complete
            ? resolve({ status: response.statusCode ?? 0, body, isLast: response.headers.connection === 'close' })
            : reject(new Error('cut off')),
        )
        .on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

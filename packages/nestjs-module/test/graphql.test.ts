import 'reflect-metadata'
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql'
import { describe, expect, test } from 'vitest'
import { RequireUserSig, UserSig, UserSigModule } from '../src/index.ts'
import { bearer, credentials, PLATFORMS, post, signer, silent, start } from './apps.ts'

@Resolver()
class MeResolver {
  @Query(() => String)
  @RequireUserSig()
  me(@UserSig('userId') userId: string): string {
    return userId
  }

  @Query(() => String)
  open(@UserSig('userId') userId: string): string {
    return userId
  }
}

describe.each(Object.entries(PLATFORMS))('resolvers of GraphQL on %s', (_, createAdapter) => {
  async function ask(query: string, headers: Record<string, string> = {}) {
    const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true })
    const { baseUrl, close } = await start(
      { imports: [graphql, UserSigModule.forRoot({ credentials, onError: silent })], providers: [MeResolver] },
      createAdapter(),
    )
    const answer = await (await post(`${baseUrl}/graphql`, { query }, headers)).json()
    await close()
    return answer as { data: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] }
  }

  const headers = bearer(signer.genUserSig('alice'))

  test('know the user of the ticket', async () => {
    expect((await ask('{ me }', headers)).data).toEqual({ me: 'alice' })
  })

  test('refuse what brings no ticket', async () => {
    const { errors } = await ask('{ me }')
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    expect(JSON.stringify(errors)).toContain('missing_user_sig')
  })

  test('without a guard get no claims, even in the same query', async () => {
    const { data, errors } = await ask('{ me open }', headers)
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path: ['open'], message: expect.stringContaining('passed no guard') }])
  })
})

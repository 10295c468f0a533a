import { readFileSync } from 'node:fs'
import { DockerfileParser } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap'
import { Service } from 'kubernetes-models/v1/Service'
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { parseConfig } from '../src/config/check.ts'

const read = (name: string) => readFileSync(new URL(`../deploy/${name}`, import.meta.url), 'utf8')

describe('Dockerfile', () => {
  const text = read('Dockerfile')
  const file = DockerfileParser.parse(text)
  const lastOf = (keyword: string) => file.getInstructions().findLast((each) => each.getKeyword() === keyword)

  test('has no fault that its linter knows', () => {
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
    expect(validate('FROM node\nUSERR 0\n')).not.toEqual([])
  })

  test('builds in one stage and runs in another, not as root, with a check', () => {
    expect(file.getFROMs()).toHaveLength(2)
    expect(lastOf('USER')?.getArgumentsContent()).toBe('1000:1000')
    expect(lastOf('HEALTHCHECK')?.getArgumentsContent()).toContain('/health')
    // As an array, so that no shell stands between the service and its signals.
    expect(lastOf('ENTRYPOINT')?.getArgumentsContent()).toMatch(/^\["node", /)
  })

  test('starts the program that the package has', () => {
    const { bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(lastOf('ENTRYPOINT')?.getArgumentsContent()).toContain(
      bin['usersig-service'].replace('./', '/@usersig/service/'),
    )
  })
})

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'))

  test('runs the service with a configuration that is valid, and nothing that can be written', () => {
    const config = parseConfig(read('usersig.json'), 'usersig.json')
    const { usersig, redis } = compose.services
    expect(Object.keys(usersig.environment)).toEqual(['USERSIG_SDKAPPID', 'REDIS_URL'])
    expect(config.apps['main']?.key.file).toBe('/run/secrets/usersig_key')
    for (const service of [usersig, redis]) expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    const { delay = 5, timeout = 20 } = config.shutdown ?? {}
    expect(Number.parseInt(usersig.stop_grace_period, 10)).toBeGreaterThan(delay + timeout)
  })
})

describe('kubernetes.yaml', () => {
  const documents = parseAllDocuments(read('kubernetes.yaml')).map((each) => each.toJS())
  const MODELS = { ConfigMap, Deployment, NetworkPolicy, PodDisruptionBudget, Service, ServiceAccount }
  const of = (kind: string) => documents.find((each) => each.kind === kind)

  test.each(Object.entries(MODELS))('%s is valid by the schema of Kubernetes', (kind, Model) => {
    const model = new Model(of(kind)) as { validate(): void; toJSON(): object }
    model.validate()
    const spoilt = structuredClone(of(kind))
    spoilt.metadata.labels = 'none'
    expect(() => (new Model(spoilt) as { validate(): void }).validate()).toThrow()
  })

  test('holds nothing else', () => {
    expect(documents.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(MODELS).toSorted())
  })

  test('its parts find each other, and its configuration is valid', () => {
    const config = parseConfig(of('ConfigMap').data['usersig.json'], 'usersig.json')
    const { template, selector } = of('Deployment').spec
    const [container] = template.spec.containers
    const ports = Object.fromEntries(
      container.ports.map((each: { name: string; containerPort: number }) => [each.name, each.containerPort]),
    )
    expect(ports).toEqual({ http: config.listen?.port ?? 3000, management: config.management?.port })
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
      expect(ports).toHaveProperty(container[probe].httpGet.port)
    const labels = selector.matchLabels
    expect(template.metadata.labels).toEqual(labels)
    expect(of('Service').spec.selector).toEqual(labels)
    expect(of('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels)
    expect(of('NetworkPolicy').spec.podSelector.matchLabels).toEqual(labels)
    expect(template.spec.serviceAccountName).toBe(of('ServiceAccount').metadata.name)
    const key = template.spec.volumes.find((each: { name: string }) => each.name === 'key')
    const mount = container.volumeMounts.find((each: { name: string }) => each.name === 'key')
    expect(config.apps['main']?.key.file).toBe(`${mount.mountPath}/usersig_key`)
    expect(key.secret.defaultMode & 0o007).toBe(0)
    const { delay = 5, timeout = 20 } = config.shutdown ?? {}
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(delay + timeout)
  })

  test('runs with as few rights as it needs', () => {
    const { spec } = of('Deployment').spec.template
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(spec.automountServiceAccountToken).toBe(false)
    expect(spec.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
  })
})

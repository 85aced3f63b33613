import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { packZip } from '../../engine/packages/zip.ts'
import { apply, items, openHouse, type Answer, type House, type Name } from './house.ts'
import { permit, permitZip, type PermitOptions } from './permit.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const deployZip = (zip: Uint8Array, as: Name = 'analyst.nour') =>
  house.call('POST', '/api/deployments', { as, body: zip, headers: { 'content-type': 'application/zip' } })

const deploy = async (options: PermitOptions = {}, as: Name = 'analyst.nour') => deployZip(await permitZip(options), as)

async function deployTogether(...zips: readonly Uint8Array[]): Promise<Answer> {
  const form = new FormData()
  for (const [index, zip] of zips.entries())
    form.append('package', new Blob([Buffer.from(zip)]), `${String(index)}.masar`)
  return house.call('POST', '/api/deployments', { as: 'analyst.nour', body: form })
}

const deployed = () => house.engine.deps.store.deployments.list({})

test('a package is deployed, listed, offered to citizens and given back byte for byte', async () => {
  const zip = await permitZip()
  const answer = await deployZip(zip)
  expect(answer.status).toBe(201)
  expect(answer.json).toMatchObject({ changed: true, deployments: [{ packageId: 'test.permit', version: '1.0.0' }] })
  const listed = items(await house.call('GET', '/api/deployments', { as: 'auditor.aya' }))
  expect(listed).toMatchObject([
    {
      packageId: 'test.permit',
      agency: 'moj',
      deployedBy: 'user:analyst.nour',
      deployedAt: '2026-11-23T09:00:00.000Z',
    },
  ])
  expect(items(await house.call('GET', '/api/definitions'))).toMatchObject([
    { id: 'test.permit', version: '1.0.0', title: { ar: 'رخصة', en: 'Permit' } },
  ])
  const definition = await house.call('GET', '/api/definitions/test.permit')
  expect(definition.json).toMatchObject({ workflow: { id: 'test.permit' }, form: { title: { en: 'Application' } } })
  const back = await fetch(`${house.url}/api/deployments/test.permit/1.0.0/package`, {
    headers: { authorization: `Bearer ${house.tokenOf('auditor.aya')}` },
  })
  expect(back.headers.get('content-disposition')).toBe('attachment; filename="test.permit-1.0.0.masar"')
  expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(zip))).toBe(true)
})

test('the same package again changes nothing, also when two come at the same moment', async () => {
  await deploy()
  const again = await Promise.all([deploy(), deploy()])
  expect(again.map(({ status, json }) => [status, json['changed']])).toEqual([
    [200, false],
    [200, false],
  ])
  expect(await deployed()).toHaveLength(1)
})

test('a version is never replaced: other content under it is refused', async () => {
  await deploy()
  const refused = await deploy({ title: 'Another permit' })
  expect([refused.status, refused.json['code']]).toEqual([409, 'deploy.version-taken'])
  expect((await house.call('GET', '/api/definitions/test.permit')).json).toMatchObject({
    workflow: { title: { en: 'Permit' } },
  })
})

test('an application goes on with the version it began with', async () => {
  await deploy()
  const begun = await apply(house)
  await deploy({ version: '1.1.0', title: 'Newer permit' })
  expect((await house.call('GET', begun.path, { as: 'clerk.rana' })).json['program']).toBe('test.permit@1.0.0/permit')
  expect((await house.call('GET', (await apply(house)).path, { as: 'clerk.rana' })).json['program']).toBe(
    'test.permit@1.1.0/permit',
  )
})

test('several packages are deployed together or not at all', async () => {
  const [one, two] = await Promise.all([permitZip({ id: 'test.one' }), permitZip({ id: 'test.two' })])
  const broken = await packZip(
    new Map([...permit({ id: 'test.three' })].filter(([path]) => path !== 'forms/apply.form.json')),
  )
  const refused = await deployTogether(one, two, broken)
  expect([refused.status, refused.json['code']]).toEqual([422, 'package.refused'])
  expect(await deployed()).toEqual([])
  const answer = await deployTogether(one, two)
  expect([answer.status, (await deployed()).length]).toEqual([201, 2])
})

test('everything wrong with a package is told at once, each with its file and a remedy in both languages', async () => {
  const files = new Map(permit())
  const drawing = new TextDecoder().decode(files.get('permit.bpmn'))
  files.delete('forms/collect.form.json')
  files.set(
    'permit.bpmn',
    new TextEncoder().encode(drawing.replace('candidateGroups="clerks"', 'candidateGroups="ghosts"')),
  )
  const refused = await deployZip(await packZip(files))
  expect(refused.status).toBe(422)
  const findings = refused.json['findings'] as readonly Record<string, string>[]
  expect(findings.length).toBeGreaterThanOrEqual(2)
  for (const finding of findings)
    expect(finding).toMatchObject({
      rule: expect.any(String) as string,
      file: expect.any(String) as string,
      message: expect.stringContaining('Expected') as string,
      messageAr: expect.stringMatching(/[\u0600-\u06ff]/) as string,
      remedy: expect.any(String) as string,
      remedyAr: expect.stringMatching(/[\u0600-\u06ff]/) as string,
    })
})

test('nobody deploys for another agency, nor takes over the name of another agency with a new version', async () => {
  const foreign = await deploy({ agency: 'moh' })
  expect([foreign.status, foreign.json['code']]).toEqual([403, 'deploy.agency'])
  await deploy()
  const stolen = await deploy({ agency: 'moh', version: '9.0.0', title: 'Ours now' }, 'analyst.other')
  expect([stolen.status, stolen.json['code']]).toEqual([403, 'deploy.owner'])
  expect(await deployed()).toHaveLength(1)
  expect((await deploy({ version: '1.0.1' }, 'operator.platform')).status).toBe(201)
})

test('two agencies that claim a new name at the same moment: one has it', async () => {
  const answers = await Promise.all([deploy(), deploy({ agency: 'moh', version: '2.0.0' }, 'analyst.other')])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403])
  expect(await deployed()).toHaveLength(1)
})

test('the same id and version twice in one deployment is refused', async () => {
  const refused = await deployTogether(await permitZip(), await permitZip({ title: 'Other' }))
  expect([refused.status, refused.json['code']]).toEqual([422, 'deploy.twice'])
  expect(await deployed()).toEqual([])
})

test('what is no package is refused and nothing is kept', async () => {
  const wrong: readonly [string, Promise<Answer>, number, string][] = [
    ['text', deployZip(new TextEncoder().encode('not a zip')), 422, 'package.refused'],
    ['nothing', deployZip(new Uint8Array()), 422, 'package.refused'],
    [
      'an empty form',
      house.call('POST', '/api/deployments', { as: 'analyst.nour', body: new FormData() }),
      422,
      'deploy.empty',
    ],
    [
      'JSON that speaks of files',
      house.call('POST', '/api/deployments', { as: 'analyst.nour', body: { files: [{ filepath: '/etc/passwd' }] } }),
      422,
      'deploy.content-type',
    ],
    ['no body', house.call('POST', '/api/deployments', { as: 'analyst.nour' }), 422, 'deploy.content-type'],
    ['more than 5 MB', deployZip(new Uint8Array(5 * 1024 * 1024 + 1)), 413, 'request.too-large'],
    ['more than 5 MB in a form', deployTogether(new Uint8Array(5 * 1024 * 1024 + 1)), 413, 'request.too-large'],
    [
      'much in many parts',
      deployTogether(...Array.from({ length: 5 }, () => new Uint8Array(5 * 1024 * 1024))),
      413,
      'request.too-large',
    ],
  ]
  for (const [what, answer, status, code] of wrong) {
    const { status: found, json } = await answer
    expect([what, found, json['code']]).toEqual([what, status, code])
  }
  expect(await deployed()).toEqual([])
})

test('a form with fields beside the files is refused', async () => {
  const form = new FormData()
  form.append('agency', 'moh')
  form.append('package', new Blob([Buffer.from(await permitZip())]), 'a.masar')
  const refused = await house.call('POST', '/api/deployments', { as: 'analyst.nour', body: form })
  expect(refused.status).toBe(413)
  expect(await deployed()).toEqual([])
})

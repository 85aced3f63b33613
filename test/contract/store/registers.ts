/** Deployed services, papers and certificates, calls to other agencies, notices. */
import { describe, expect, it } from 'vitest'
import type { DeploymentRow, NewDeployment } from '../../../engine/core/deployment.ts'
import type { CertificateRow, DocumentRow } from '../../../engine/core/document.ts'
import type { BusCallRow } from '../../../engine/core/evidence.ts'
import type { Notice } from '../../../engine/core/notice.ts'
import { programKey } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import { alone, AT, committed, digest, instance, MOH, MOJ, start } from './given.ts'

function deployment(version: string, more: Partial<NewDeployment> = {}): NewDeployment {
  const program = programKey('moj.record', version, 'main')
  return {
    packageId: 'moj.record',
    version,
    agency: MOJ,
    digest: digest('a'),
    deployedAt: AT,
    deployedBy: 'user:operator',
    zip: new Uint8Array([1, 2, 3]),
    startTimers: [{ program, element: 'Start_Daily', due: AT + 10, repeat: '{"left":-1,"every":"P1D"}' }],
    startMessages: [{ program, element: 'Start_News', name: 'news', keyed: false }],
    startSignals: [{ program, element: 'Start_Alarm', name: 'alarm' }],
    startConditions: [{ program, element: 'Start_Due' }],
    ...more,
  }
}

const row = ({
  zip: _zip,
  startTimers: _timers,
  startMessages: _messages,
  startSignals: _signals,
  startConditions: _conditions,
  ...rest
}: NewDeployment): DeploymentRow => rest

export function registers(store: () => Store): void {
  describe('a deployment', () => {
    it('is kept with its content, once per version', async () => {
      const { deployments } = store()
      expect(await deployments.add([deployment('1.0.0')])).toEqual({ kind: 'deployed' })
      expect(await deployments.add([deployment('1.0.0')])).toEqual({ kind: 'unchanged' })
      expect(await deployments.get('moj.record', '1.0.0')).toEqual(row(deployment('1.0.0')))
      expect([...((await deployments.zip('moj.record', '1.0.0')) ?? [])]).toEqual([1, 2, 3])
      expect(await deployments.get('moj.record', '2.0.0')).toBeUndefined()
      expect(await deployments.zip('moj.none', '1.0.0')).toBeUndefined()
    })

    it('is all or nothing', async () => {
      const { deployments } = store()
      await deployments.add([deployment('1.0.0')])
      const changed = deployment('1.0.0', { digest: digest('b') })
      expect(await deployments.add([deployment('1.1.0'), changed])).toEqual({
        kind: 'conflict',
        packageId: 'moj.record',
        version: '1.0.0',
        digest: digest('a'),
      })
      expect((await deployments.list({})).map(({ version }) => version)).toEqual(['1.0.0'])
      expect(await deployments.add([deployment('1.0.0'), deployment('1.1.0')])).toEqual({ kind: 'deployed' })
    })

    it('is in force when its version is the highest, by number and not by text', async () => {
      const { deployments } = store()
      await deployments.add([deployment('1.10.0'), deployment('1.9.0'), deployment('1.2.30')])
      await deployments.add([deployment('1.0.0', { packageId: 'moh.birth', agency: MOH })])
      expect((await deployments.latest('moj.record'))?.version).toBe('1.10.0')
      expect(await deployments.latest('moj.none')).toBeUndefined()
      const listed = await deployments.list({ packageId: 'moj.record' })
      expect(listed.map(({ version }) => version)).toEqual(['1.2.30', '1.9.0', '1.10.0'])
      expect((await deployments.list({ agency: MOH })).map(({ packageId }) => packageId)).toEqual(['moh.birth'])
    })

    it('brings the timers, messages and conditions that start it, those of the highest version only', async () => {
      const { deployments, timers, messages } = store()
      await deployments.add([deployment('1.1.0')])
      await deployments.add([deployment('1.0.0')])
      const program = programKey('moj.record', '1.1.0', 'main')
      const timer = { agency: MOJ, program, element: 'Start_Daily', due: AT + 10, repeat: '{"left":-1,"every":"P1D"}' }
      expect(await timers.next()).toBe(AT + 10)
      expect(await timers.dueStarts(AT + 9, 10)).toEqual([])
      expect(await timers.dueStarts(AT + 10, 10)).toEqual([timer])
      expect(await messages.starts(MOJ, 'news')).toEqual([
        { agency: MOJ, program, element: 'Start_News', name: 'news', keyed: false },
      ])
      expect(await messages.starts(MOH, 'news')).toEqual([])
      const due = { program, element: 'Start_Due' }
      expect(await deployments.startConditions({ agency: MOJ })).toEqual([due])
      expect(await deployments.startConditions({ agency: MOJ, packageId: 'moj.record' })).toEqual([due])
      expect(await deployments.startConditions({ agency: MOJ, packageId: 'moj.other' })).toEqual([])
      expect(await deployments.startConditions({ agency: MOH })).toEqual([])
      await deployments.add([deployment('1.2.0', { startMessages: [], startTimers: [], startConditions: [] })])
      expect(await timers.dueStarts(AT + 10, 10)).toEqual([])
      expect(await messages.starts(MOJ, 'news')).toEqual([])
      expect(await deployments.startConditions({ agency: MOJ })).toEqual([])
    })

    it('moves its start timer on when it fired, and ends it after the last time', async () => {
      const { deployments, timers } = store()
      await deployments.add([deployment('1.0.0')])
      const moved = {
        kind: 'moveStartTimer',
        program: programKey('moj.record', '1.0.0', 'main'),
        element: 'Start_Daily',
      } as const
      await committed(store(), start(1, { changes: [{ ...moved, due: AT + 99 }] }))
      const [timer] = await timers.dueStarts(AT + 99, 10)
      expect(timer).toMatchObject({ due: AT + 99 })
      expect(timer).not.toHaveProperty('repeat')
      await committed(store(), alone([moved]))
      expect(await timers.next()).toBeUndefined()
      expect(await timers.dueStarts(AT + 99, 10)).toEqual([])
      expect(await timers.starts({ packageId: 'moj.record' })).toMatchObject([{ fired: true, ended: true }])
    })

    it('keeps from when a start timer is counted, and counts it anew', async () => {
      const { deployments, timers } = store()
      const program = programKey('moj.record', '1.0.0', 'main')
      const timer = { program, element: 'Start_Daily', due: AT + 10, since: AT, fired: true }
      await deployments.add([deployment('1.0.0', { startTimers: [timer] })])
      expect(await timers.starts({ agency: MOJ })).toEqual([{ agency: MOJ, ...timer }])
      expect(await timers.starts({ agency: MOH })).toEqual([])
      const recount = { kind: 'recountStartTimer', program, element: 'Start_Daily', due: AT + 20 } as const
      await committed(store(), alone([recount]))
      const move = { kind: 'moveStartTimer', program, element: 'Start_Daily', due: AT + 40, since: AT + 20 } as const
      expect(await timers.starts({})).toMatchObject([{ due: AT + 20, since: AT }])
      await committed(store(), alone([move]))
      expect(await timers.starts({})).toMatchObject([{ due: AT + 40, since: AT + 20, fired: true }])
    })
  })

  describe('a document', () => {
    const document = (source: string, letter = 'd'): DocumentRow => ({
      digest: digest(letter),
      agency: MOJ,
      instance: instance(1),
      source,
      mediaType: 'application/pdf',
      name: 'شهادة.pdf',
      size: 3,
      createdAt: AT,
    })
    const certificate: CertificateRow = {
      serial: 'MOJ-2026-8F3K2M',
      agency: MOJ,
      instance: instance(1),
      digest: digest('d'),
      issuedAt: AT,
      validUntil: AT + 99,
      status: 'valid',
    }
    const bytes = new Uint8Array([7, 8, 9])

    it('is kept by the digest of its bytes, each source once', async () => {
      const { documents } = store()
      await documents.add(document('4'), bytes, certificate)
      await documents.add(document('4'), bytes, certificate)
      await documents.add(document('5'), bytes)
      await documents.add(document('5', 'e'), new Uint8Array([1]))
      expect(await documents.get(instance(1), digest('d'))).toEqual(document('4'))
      expect(await documents.get(instance(2), digest('d'))).toBeUndefined()
      expect((await documents.list(instance(1))).map(({ source, digest: of }) => `${source}${of[0] ?? ''}`)).toEqual([
        '4d',
        '5d',
        '5e',
      ])
      expect(await documents.bySource(instance(1), '5')).toHaveLength(2)
      expect([...((await documents.bytes(digest('d'))) ?? [])]).toEqual([7, 8, 9])
      expect(await documents.bytes(digest('f'))).toBeUndefined()
    })

    it('is found in the register of certificates, and stays revoked', async () => {
      const { documents } = store()
      await documents.add(document('4'), bytes, certificate)
      expect(await documents.certificate('MOJ-2026-8F3K2M')).toEqual(certificate)
      expect(await documents.certificateOf(digest('d'))).toEqual(certificate)
      expect(await documents.certificateOf(digest('e'))).toBeUndefined()
      expect(await documents.revoke('MOJ-2026-NOBODY', AT, 'error')).toBe(false)
      expect(await documents.revoke(certificate.serial, AT + 1, 'issued in error')).toBe(true)
      expect(await documents.revoke(certificate.serial, AT + 2, 'again')).toBe(true)
      expect(await documents.certificate(certificate.serial)).toEqual({
        ...certificate,
        status: 'revoked',
        revokedAt: AT + 1,
        reason: 'issued in error',
      })
    })
  })

  it('keeps each call to another agency, in order, with its case and its job', async () => {
    const call: BusCallRow = {
      agency: MOJ,
      instance: instance(1),
      job: `${instance(1)}:4`,
      attempt: 1,
      at: AT,
      took: 12.5,
      client: 'PS/GOV/MOJ/masar',
      service: 'PS/GOV/MOI/civil/person',
      method: 'GET',
      messageId: 'x-1',
      outcome: 'notDelivered',
    }
    const second: BusCallRow = {
      ...call,
      attempt: 2,
      requestId: 'r',
      status: 200,
      responseDigest: 'abc',
      outcome: 'answered',
    }
    const other: BusCallRow = { ...call, job: `${instance(1)}:40` }
    for (const one of [call, second, other]) await store().evidence.add(one)
    expect(await store().evidence.ofJob(call.job)).toEqual([call, second])
    expect(await store().evidence.list(instance(1))).toEqual([call, second, other])
    expect(await store().evidence.list(instance(2))).toEqual([])
  })

  it('opens a notice once and remembers when it left', async () => {
    const notice: Notice = {
      key: `${instance(1)}:4:sms`,
      agency: MOJ,
      instance: instance(1),
      channel: 'sms',
      to: '+970590000000',
      language: 'both',
      body: 'طلبك جاهز',
      at: AT,
    }
    const { notices } = store()
    expect(await notices.open(notice)).toEqual(notice)
    expect(await notices.open({ ...notice, body: 'changed' })).toEqual(notice)
    await notices.markSent(notice.key, AT + 5)
    await notices.markSent(notice.key, AT + 9)
    expect(await notices.list(instance(1))).toEqual([{ ...notice, sentAt: AT + 5 }])
  })
}

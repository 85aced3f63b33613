/** Something on every page: a service, a half-filled application, one under way with a task for its applicant and one for a clerk. */
import type { AgencyId } from '../../engine/core/ids.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import type { Site, Who } from './browser.ts'

const ID = 'test.walk'
const text = (ar: string, en: string) => ({ ar, en })

const task = (id: string, whose: string, name: string): string =>
  `<bpmn:userTask id="${id}" name="${name}">${extension(
    `<zeebe:userTask/><zeebe:assignmentDefinition ${whose}/><zeebe:formDefinition formId="review"/>`,
  )}</bpmn:userTask>`

const STEPS = `<bpmn:startEvent id="start"/><bpmn:parallelGateway id="both"/>
${task('review', 'candidateGroups="judicial-record-clerk"', 'مراجعة · Review')}
${task('correct', 'assignee="=application.applicant.id"', 'تصحيح · Correct')}
<bpmn:parallelGateway id="done"/><bpmn:endEvent id="end"/>
${flow('f1', 'start', 'both')}${flow('f2', 'both', 'review')}${flow('f3', 'both', 'correct')}${flow('f4', 'review', 'done')}${flow('f5', 'correct', 'done')}${flow('f6', 'done', 'end')}`

const form = (name: string, ar: string, en: string) => ({
  title: text(ar, en),
  schema: { type: 'object', required: [name], properties: { [name]: { type: 'string', maxLength: 100 } } },
  texts: { [`/${name}`]: { label: text(ar, en) } },
})

const FILES = {
  'workflow.json': {
    texts: { agency: text('وزارة العدل', 'Ministry of Justice') },
    id: ID,
    version: '1.0.0',
    title: text('خدمة المشي', 'Walking service'),
    agency: 'moj',
    start: { process: 'walk', form: 'apply', channels: ['portal', 'counter', 'api'] },
    roles: { 'judicial-record-clerk': text('موظف السجل العدلي', 'Judicial-record clerk') },
  },
  'walk.bpmn': file(process(STEPS, 'walk')),
  'forms/apply.form.json': form('purpose', 'الغرض', 'Purpose'),
  'forms/review.form.json': form('remark', 'ملاحظة', 'Remark'),
}

const packageFiles = (): PackageFiles =>
  new Map(
    Object.entries(FILES).map(([name, content]) => [
      name,
      new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    ]),
  )

export interface Scene {
  readonly service: string
  readonly instance: string
  readonly reference: string
  readonly clerkTask: string
  readonly citizenTask: string
  /** Address of the application that is being filled in. */
  readonly draft: string
}

export async function setScene(site: Site): Promise<Scene> {
  const setup = { kind: 'system', id: 'setup', agency: 'egov' as AgencyId } as const
  const deployed = await site.server.engine.deployFiles(setup, [packageFiles()])
  if (isProblem(deployed)) throw new Error(JSON.stringify(deployed))
  const body = { packageId: ID, channel: 'portal', variables: { purpose: 'work' } }
  const { id, reference } = await ask<{ id: string; reference: string }>(site, 'citizen', '/api/instances', body)
  const taskOf = async (who: Who): Promise<string> => {
    const { items } = await ask<{ items: readonly { id: string }[] }>(site, who, `/api/tasks?reference=${reference}`)
    return items[0]?.id ?? ''
  }
  return {
    service: ID,
    instance: id,
    reference,
    clerkTask: await taskOf('clerk'),
    citizenTask: await taskOf('citizen'),
    draft: await beginDraft(site),
  }
}

async function ask<T>(site: Site, who: Who, path: string, body?: object): Promise<T> {
  const response = await fetch(site.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${await site.tokenOf(who)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

/** As a citizen does it: the button on the page of the service. */
async function beginDraft(site: Site): Promise<string> {
  const page = await site.visit({ language: 'en', as: 'citizen' })
  await page.goto(`/services/${ID}`)
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/apply\//)
  const { pathname } = new URL(page.url())
  await page.context().close()
  return pathname
}

/** Who one can be in the demonstration, made-up all of them: a citizen, the staff who decide, those who run it. Passwords are made at its first start. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Store } from '../../engine/core/store.ts'
import type { UserId } from '../../engine/core/ids.ts'
import type { Say } from '../text/text.ts'
import { newPassword, putAccount, type NewAccount } from './accounts.ts'

export const PEOPLE = {
  /** Made-up persons of the sandbox's civil registry: one with a judgment and rehabilitated, one with a clear record. */
  citizen: { id: '400000105', name: 'وليد كامل الوادي', agency: 'egov', roles: ['citizen'], groups: [] },
  clearCitizen: { id: '400000014', name: 'سلمى خالد الزيتاوي', agency: 'egov', roles: ['citizen'], groups: [] },
  clerk: { id: 'moj.clerk', name: 'رنا حداد', agency: 'moj', roles: ['clerk'], groups: ['judicial-record-clerk'] },
  supervisor: {
    id: 'moj.supervisor',
    name: 'هدى سالم',
    agency: 'moj',
    roles: ['clerk', 'supervisor'],
    groups: ['record-supervisor'],
  },
  auditor: { id: 'moj.auditor', name: 'آية منصور', agency: 'moj', roles: ['auditor'], groups: [] },
  worker: { id: 'moj.worker', name: 'نظام خارجي', agency: 'moj', roles: ['worker'], groups: [] },
  /** A company's second founder, and those who register it. */
  founder: { id: '400000022', name: 'عمر حسن السنابلي', agency: 'egov', roles: ['citizen'], groups: [] },
  companiesClerk: { id: 'mne.clerk', name: 'مازن عيسى', agency: 'mne', roles: ['clerk'], groups: ['companies-clerk'] },
  companiesController: {
    id: 'mne.controller',
    name: 'نادية شاهين',
    agency: 'mne',
    roles: ['clerk', 'supervisor'],
    groups: ['companies-controller'],
  },
  companiesAccounts: {
    id: 'mne.accounts',
    name: 'باسل قاسم',
    agency: 'mne',
    roles: ['clerk'],
    groups: ['companies-accounts'],
  },
  bank: { id: 'mne.bank', name: 'مصرف تجريبي', agency: 'mne', roles: ['worker'], groups: [] },
  /** Those who renew vehicle licences. */
  licensingClerk: { id: 'mot.clerk', name: 'لينا عواد', agency: 'mot', roles: ['clerk'], groups: ['licensing-clerk'] },
  licensingDirector: {
    id: 'mot.director',
    name: 'سامي نصار',
    agency: 'mot',
    roles: ['clerk', 'supervisor'],
    groups: ['licensing-director'],
  },
  inspectionCentre: { id: 'mot.centre', name: 'مركز فحص تجريبي', agency: 'mot', roles: ['worker'], groups: [] },
  /** Those who license buildings, and the agencies that give opinions. */
  permitsDesk: { id: 'lgu.desk', name: 'دعاء عمر', agency: 'lgu', roles: ['clerk'], groups: ['permits-desk'] },
  municipalEngineer: {
    id: 'lgu.engineer',
    name: 'يزن بركات',
    agency: 'lgu',
    roles: ['clerk'],
    groups: ['municipal-engineer'],
  },
  committeeSecretary: {
    id: 'lgu.secretary',
    name: 'منى خليل',
    agency: 'lgu',
    roles: ['clerk'],
    groups: ['committee-secretary'],
  },
  committeeChair: {
    id: 'lgu.chair',
    name: 'جمال ياسين',
    agency: 'lgu',
    roles: ['clerk', 'supervisor'],
    groups: ['committee-chair'],
  },
  surveyor: { id: 'lgu.surveyor', name: 'فادي صالح', agency: 'lgu', roles: ['clerk'], groups: ['permits-surveyor'] },
  permitsAccounts: {
    id: 'lgu.accounts',
    name: 'عبير ناصر',
    agency: 'lgu',
    roles: ['clerk'],
    groups: ['permits-accounts'],
  },
  municipalDirector: {
    id: 'lgu.director',
    name: 'رائد حمدان',
    agency: 'lgu',
    roles: ['clerk', 'supervisor'],
    groups: ['municipal-director'],
  },
  permitAgencies: { id: 'lgu.agencies', name: 'جهات تجريبية', agency: 'lgu', roles: ['worker'], groups: [] },
  /** Writes the ministry's services in the designer. */
  analyst: { id: 'moj.analyst', name: 'سلام الخطيب', agency: 'moj', roles: ['analyst'], groups: [] },
  operator: { id: 'egov.operator', name: 'طارق زيدان', agency: 'egov', roles: ['operator'], groups: [] },
} as const satisfies Readonly<Record<string, Pick<NewAccount, 'id' | 'name' | 'agency' | 'roles' | 'groups'>>>

export type Part = keyof typeof PEOPLE

export interface Person {
  readonly part: Part
  readonly id: string
  readonly agency: string
  readonly roles: readonly string[]
  readonly password: string
}

/** @param file where the passwords are kept, for the owner alone */
export async function settle(
  store: Pick<Store, 'accounts'>,
  file: string,
  say: Say,
): Promise<readonly Person[] | Problem> {
  const passwords = readPasswords(file)
  const people = (Object.keys(PEOPLE) as Part[]).map((part) => ({
    part,
    ...PEOPLE[part],
    password: passwords[PEOPLE[part].id] ?? newPassword(),
  }))
  const kept = people.map(({ id, password }) => [id, password])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`, { mode: 0o600 })
  const written = await Promise.all(people.map((it) => join(store, it, passwords, say)))
  return written.find(isProblem) ?? people
}

/** Who is there already keeps account and sessions. */
async function join(
  store: Pick<Store, 'accounts'>,
  person: Person & Pick<NewAccount, 'name' | 'roles' | 'groups'>,
  passwords: Readonly<Record<string, string>>,
  say: Say,
): Promise<true | Problem> {
  const known = Object.hasOwn(passwords, person.id) && (await store.accounts.get(person.id as UserId)) !== undefined
  return known || putAccount(store, person, Date.now(), say)
}

function readPasswords(file: string): Readonly<Record<string, string>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

/** A service package that passed every check and is ready to run. */
import type { Decision } from '../dmn/decision.ts'
import type { Digest } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Program, TriggerKind } from '../program.ts'
import type { Workflow } from '../workflow.ts'
import type { Form } from './form.ts'

export interface CheckedPackage {
  readonly workflow: Workflow
  /** sha-256 over the files; see digest.ts. */
  readonly digest: Digest
  /** By process id. */
  readonly programs: ReadonlyMap<string, Program>
  /** By decision id. */
  readonly decisions: ReadonlyMap<string, Decision>
  /** By form id, "apply" for forms/apply.form.json. */
  readonly forms: ReadonlyMap<string, Form>
  /** By name, "certificate" for templates/certificate.hbs. */
  readonly templates: ReadonlyMap<string, string>
  /** In the order of their names; their content is judged by whoever runs them. */
  readonly tests: readonly { readonly file: string; readonly json: JsonObject }[]
  /** What starts a case without a person: message and timer start events. */
  readonly starts: readonly Start[]
  readonly wanted: Wanted
  /** Packages of which a call, its own or one of a package it uses, takes another version when it is made. */
  readonly late: readonly string[]
  readonly warnings: readonly Finding[]
}

export interface Start {
  readonly kind: TriggerKind
  readonly processId: string
  /** Id of the start event. */
  readonly element: string
}

/** Names that a shared package leaves to the package that calls it; empty on every other. */
export interface Wanted {
  readonly forms: readonly string[]
  readonly templates: readonly string[]
}

export interface SharedPackages {
  /** A shared package that was checked before, by id and exact version. */
  package(id: string, version: string): Promise<CheckedPackage | undefined>
}

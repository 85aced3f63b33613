/**
 * The connector `masar:document`: certificates, receipts and letters as PDF, kept with the case and verifiable by anyone.
 *
 * A template that cannot be filled is an incident (a person mends the package or the data); a browser that fails is tried
 * again, and is the BPMN error DOCUMENT_FAILED after the last attempt; an unknown certificate is a BPMN error too. What a task may ask is in order.ts.
 */
import type { Clock } from '../../core/clock.ts'
import type { Connector, ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { DocumentStore } from '../../core/document.ts'
import type { ProgramKey } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import { invalid, isProblem, notFound, type Problem } from '../../core/problem.ts'
import type { SpecimenPrinter } from '../../core/specimen.ts'
import type { Language } from '../../core/text.ts'
import { type CertificateKeys, type CertificateSigner, certificateSigner } from './certificate.ts'
import type { DocumentsConfig } from './config.ts'
import { issue, type IssueDeps } from './issue.ts'
import { readOrder } from './order.ts'
import { startPrinter } from './printing/printer.ts'
import { startRenderers } from './templates/renderers.ts'
import { revoke } from './revoke.ts'
import { specimenPrinter } from './specimen.ts'
import { checkTemplate } from '../../core/template/check.ts'

export type { DocumentsConfig }

export interface DocumentsDeps {
  readonly documents: DocumentStore
  /** Text of templates/<name>.hbs in the program's package; undefined when there is none. */
  readonly templates: (program: ProgramKey, name: string) => Promise<string | undefined>
  readonly clock: Clock
}

export interface Documents {
  readonly connector: Connector
  /** Public keys of the certificates, for `/.well-known/jwks.json` and for verifying. */
  keys(): Promise<CertificateKeys>
  /** A notice as plain text from templates/<name>.hbs, whose name ends in ".txt". */
  renderText: TextRenderer
  /** What a template that is being written would look like. */
  readonly specimen: SpecimenPrinter
  close(): Promise<void>
}

export type TextRenderer = (
  program: ProgramKey,
  name: string,
  data: JsonObject,
  language: Language,
) => Promise<string | Problem>

export function documents(config: DocumentsConfig, deps: DocumentsDeps): Documents {
  const timeZone = config.timeZone ?? 'Asia/Hebron'
  const printer = startPrinter(config.printer)
  const renderers = startRenderers(config.renderers)
  let signer: Promise<CertificateSigner> | undefined
  const getSigner = async (): Promise<CertificateSigner | undefined> => {
    if (config.signing !== undefined) signer ??= certificateSigner(config.signing)
    return signer
  }
  const parts: IssueDeps = { ...deps, printer, renderers, signer: getSigner, publicUrl: config.publicUrl, timeZone }

  return {
    connector: { type: 'masar:document', run: (job, signal) => run(job, signal, parts) },
    keys: async () => (await getSigner())?.keys ?? { keys: [] },
    renderText: (program, name, data, language) => renderText(parts, { program, name, data, language }),
    specimen: specimenPrinter(parts),
    async close() {
      await Promise.all([printer.close(), renderers.close()])
    },
  }
}

async function run(job: ConnectorJob, signal: AbortSignal, parts: IssueDeps): Promise<JobOutcome> {
  if (signal.aborted) return { kind: 'failed', reason: 'Expected time to print, but the attempt was called off' }
  const order = readOrder(job, parts.timeZone)
  if (isProblem(order)) return { kind: 'incident', reason: order.detail }
  return order.kind === 'issue' ? issue(job, order, parts) : revoke(job, order, parts)
}

async function renderText(
  parts: IssueDeps,
  text: { program: ProgramKey; name: string; data: JsonObject; language: Language },
): Promise<string | Problem> {
  const file = `templates/${text.name}.hbs`
  if (!text.name.endsWith('.txt'))
    return invalid('template.medium', `Expected the template of a notice to be named like "${text.name}.txt"`)
  const template = await parts.templates(text.program, text.name)
  if (template === undefined)
    return notFound('template.not-found', `Expected ${file} in the package, but it is not there`)
  const findings = checkTemplate(file, template)
  if (findings.length > 0) return invalid('template.refused', `Expected ${file} to be a safe template`, findings)
  const filled = await parts.renderers.render({
    template,
    data: JSON.stringify(text.data),
    medium: 'text',
    setting: { language: text.language, timeZone: parts.timeZone },
  })
  return filled.kind === 'rendered' ? filled.text : invalid('template.data', `${filled.reason} (${file})`)
}

/**
 * The connector `masar:document`: certificates, receipts and letters as PDF, kept with the case and verifiable by anyone.
 *
 * A template that cannot be filled is an incident (a person mends the package or the data); a browser that fails is tried
 * again, and is the BPMN error DOCUMENT_FAILED after the last attempt; an unknown certificate is a BPMN error too. What a task may ask is in order.ts.
 */
import type { Clock } from '../../core/clock.ts'
import type { Connector, ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { DocumentStore } from '../../core/document.ts'
import type { RenderText, Templates } from '../../core/notice-text.ts'
import { isProblem } from '../../core/problem.ts'
import type { SpecimenPrinter } from '../../core/specimen.ts'
import { type CertificateKeys, type CertificateSigner, certificateSigner } from './certificate.ts'
import { HOME_ZONE, type DocumentsConfig } from './config.ts'
import { issue, type IssueDeps } from './issue.ts'
import { readOrder } from './order.ts'
import { startPrinter } from './printing/printer.ts'
import { startRenderers } from './templates/renderers.ts'
import { textRenderer } from './templates/texts.ts'
import { revoke } from './revoke.ts'
import { specimenPrinter } from './specimen.ts'

export type { DocumentsConfig }

export interface DocumentsDeps {
  readonly documents: DocumentStore
  readonly templates: Templates
  readonly clock: Clock
}

export interface Documents {
  readonly connector: Connector
  /** Public keys of the certificates, for `/.well-known/jwks.json` and for verifying. */
  keys(): Promise<CertificateKeys>
  /** A notice as plain text from templates/<name>.hbs, whose name ends in ".txt". */
  renderText: RenderText
  /** What a template that is being written would look like. */
  readonly specimen: SpecimenPrinter
  close(): Promise<void>
}

export function documents(config: DocumentsConfig, deps: DocumentsDeps): Documents {
  const timeZone = config.timeZone ?? HOME_ZONE
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
    renderText: textRenderer(parts),
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

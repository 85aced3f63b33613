/** The room in which templates are filled: a thread with its own small memory, ended from outside when it takes too long. */
import { parentPort } from 'node:worker_threads'
import { type RenderRequest, renderTemplate } from './rendering.ts'

if (parentPort === null) throw new Error('Expected to run as a worker thread of renderers.ts')
const port = parentPort

port.on('message', (request: RenderRequest) => {
  port.postMessage({ rendered: renderTemplate(request) })
})
port.postMessage('ready')

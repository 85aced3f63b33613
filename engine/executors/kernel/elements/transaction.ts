/** A part of the procedure that is done as a whole or undone as a whole: its cancel end has what was completed undone. */
import { subProcess } from './subProcess.ts'

export const transaction = subProcess

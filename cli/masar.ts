#!/usr/bin/env node
/** `masar`: what analysts, clerks and operators type. Every command is in commands.ts, every exit code in exit-codes.ts. */
import { main } from './main.ts'

process.exitCode = await main(process.argv.slice(2))

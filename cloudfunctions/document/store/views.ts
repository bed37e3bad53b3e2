/** What leaves the server of a job. The contract strips whatever it does not declare. */
import type { JobDoc } from './jobs'

export const jobView = (job: JobDoc) => ({ ...job, id: job._id })

/** Characters that no file name holds on some system or other. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
const NOT_IN_NAMES = /[\u0000-\u001f\\/:*?"<>|]/g

/** Some systems hold 255 bytes; a character takes up to four. */
const LONGEST_NAME = 60

export const fileNameOf = ({ title }: Pick<JobDoc, 'title'>): string =>
  `${Array.from(title.replace(NOT_IN_NAMES, ' ').trim()).slice(0, LONGEST_NAME).join('')}.xlsx`

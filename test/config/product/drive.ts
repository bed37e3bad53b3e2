import { StartError } from '../../../config/start/options'
import { startProduct } from '../../../config/start'

/** Starts the product as a process of its own: arguments are the data folder, a folder of pages, and a port. */
async function main([dataRoot, pages, port]: string[]): Promise<void> {
  const product = await startProduct({ port: Number(port), dataRoot, pages, say: (line) => console.log(line) })
  process.once('SIGTERM', () => void product.stop().then(() => process.exit(0)))
  console.log(`READY ${JSON.stringify({ url: product.url })}`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.log(error instanceof StartError ? `REFUSED ${error.message}` : String(error))
  process.exit(1)
})

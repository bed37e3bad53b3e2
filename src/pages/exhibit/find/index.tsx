import { FindExhibit } from '@/features/exhibit/components/find/find-exhibit'
import { useExhibitScan } from '@/features/exhibit/components/find/use-exhibit-scan'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'

/** Finding an exhibit by the code or the number on the wall, or by words. */
export default function ExhibitFindPage() {
  const open = (number: string) => void to.display({ number })
  const { begin, words, scanner } = useExhibitScan(open)
  return (
    <PageFrame
      title="找展项"
      action={
        <Button id="main-action" kind="main" icon="scan" onPress={begin}>
          扫墙上的码
        </Button>
      }
    >
      <FindExhibit onNumber={open} words={words} />
      {scanner}
    </PageFrame>
  )
}

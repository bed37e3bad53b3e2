import { useRouter } from '@tarojs/taro'
import { Booked } from '@/features/centre/components/visit/booked'
import { BookAction, BookForm } from '@/features/centre/components/visit/book-form'
import { useBooking } from '@/features/centre/components/visit/use-booking'
import { useListGestures } from '@/features/use-list-gestures'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Booking a visit to the centre. */
export default function BookPage() {
  const booking = useBooking(useRouter().params.slotId)
  const { slots, booked, now } = booking
  useListGestures(slots)
  if (booked)
    return (
      <PageFrame title="预约参观">
        <Booked {...booked} now={now} onAgain={booking.again} />
      </PageFrame>
    )
  return (
    <PageFrame title="预约参观" action={slots.data && booking.day && <BookAction booking={booking} />}>
      <BookForm booking={booking} />
    </PageFrame>
  )
}

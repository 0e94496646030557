import { type RefObject, useLayoutEffect, useRef } from 'react';
import { openStarter } from './actions.ts';
import { Guard } from './failure/guard.tsx';
import { lazyPart } from './failure/lazy-part.tsx';
import { UnexpectedBar } from './failure/unexpected-bar.tsx';
import { PausedNote } from './fields/paused-note.tsx';
import { useWaitingDownload } from './files/broken-download.ts';
import { Announcer } from './frame/announcer.tsx';
import { Masthead } from './frame/masthead.tsx';
import { NoticeBar } from './frame/notice-bar.tsx';
import { PhoneSteps } from './frame/phone-steps.tsx';
import { Rail } from './frame/rail.tsx';
import { useShortcuts } from './frame/shortcuts.ts';
import { ToldBar } from './frame/told-bar.tsx';
import { narrow, phone, useMedia } from './frame/use-media.ts';
import { VerdictBar } from './frame/verdict-bar.tsx';
import { BottomTabs, ViewToggle } from './frame/view-toggle.tsx';
import { DropOverlay } from './incoming/drop-overlay.tsx';
import { TrialBar } from './incoming/trial-bar.tsx';
import { useMainView } from './main-view.ts';
import { UpdateBar } from './offline/update-bar.tsx';
import { PlainFiles } from './preview/plain-files.tsx';
import { Preview } from './preview/preview.tsx';
import { currentRoute, type StepId, useRoute } from './route.ts';
import { StepContent } from './step-content.tsx';
import { stepFacts, stepTitle } from './steps-in-order.ts';
import { wizard } from './store.ts';
import { useWizard } from './use-wizard.ts';
import { showFileOf } from './view.ts';

export function App() {
  const { step } = useRoute();
  const work = useWizard((state) => state.work);
  const hasWork = work !== undefined;
  const isNarrow = useMedia(narrow);
  const isPhone = useMedia(phone);
  const view = useMainView();
  useShortcuts();
  const main = useRef<HTMLElement>(null);
  const arrived = useRef<StepId>(undefined);

  const previewed = hasWork && step !== 'review';
  const filesOnly = previewed && isNarrow && view === 'files';
  const toggled = previewed && isNarrow;
  return (
    <div className={`app ${previewed && !isNarrow ? 'app-with-preview' : ''}`}>
      <button
        type="button"
        className="skip"
        onClick={() => main.current?.querySelector('h1')?.focus()}
      >
        Skip to the step
      </button>
      <Masthead />
      <Guard part="The verdict" line resetOn={[work]}>
        <VerdictBar />
      </Guard>
      <Guard part="The list of steps" line resetOn={[work]}>
        {isPhone ? <PhoneSteps /> : <Rail />}
      </Guard>
      <main ref={main} className="main" key={step}>
        <UpdateBar />
        <UnexpectedBar />
        <NoticeBar />
        <TrialBar />
        {toggled && !isPhone && <ViewToggle view={view} />}
        {/* Over the form, whose fields wait anyway; an editor it would hide what is typed into. */}
        {hasWork && (isPhone || !filesOnly) && <PausedNote />}
        {filesOnly ? (
          <>
            <h1 className="visually-hidden" tabIndex={-1}>
              Files
            </h1>
            <Guard part="The preview" resetOn={[work]}>
              {isPhone ? <PlainFiles /> : <Preview />}
            </Guard>
          </>
        ) : (
          <Guard part={stepFacts(step).name} heading="h1" resetOn={[step, work]}>
            <StepContent step={step} />
            <Arrival step={step} arrived={arrived} />
          </Guard>
        )}
        <ToldBar />
      </main>
      {previewed && !isNarrow && (
        <aside className="side" aria-label="Preview">
          <Guard part="The preview" resetOn={[work]}>
            <Preview />
          </Guard>
        </aside>
      )}
      {isPhone && toggled && <BottomTabs view={view} />}
      <Announcer />
      <DropOverlay />
      <WaitingDownload />
    </div>
  );
}

const BrokenDownload = lazyPart(() => import('./files/broken-download.tsx'));

/** The question before a download of a text that cannot be read. */
function WaitingDownload() {
  const waiting = useWaitingDownload((state) => state.waiting);
  return waiting ? (
    <Guard part="The question" line>
      <BrokenDownload waiting={waiting} />
    </Guard>
  ) : null;
}

interface ArrivalProps {
  readonly step: StepId;
  /** The step that was last arrived at; undefined while the page loads. */
  readonly arrived: RefObject<StepId | undefined>;
}

/**
 * What happens when a step's content has come, which may be after its code was fetched: the title
 * follows, and the focus goes to the heading, unless a field was asked for. Not on the first step
 * shown: a page that loads keeps the browser's focus.
 */
function Arrival({ step, arrived }: ArrivalProps) {
  useLayoutEffect(() => {
    document.title = stepTitle(step);
    if (step !== 'start' && !wizard.getState().work) openStarter();
    const before = arrived.current;
    arrived.current = step;
    if (before !== step && currentRoute().field === undefined) showFileOf(step);
    if (before === undefined || before === step || currentRoute().field !== undefined) return;
    // The ref of what is around comes after the effects of what is in it.
    document.querySelector<HTMLElement>('.main h1')?.focus();
  }, [step, arrived]);
  return null;
}

import {
  Button,
  Card,
  EmptyState,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../web/index.js';
import type { VideoCard } from '../video.queries.js';

interface VideosProps {
  page: PageContext;
  videos: VideoCard[];
  form: FormState;
}

/** The uploaded videos, with the hash that a lesson names, and a form for one more. */
export function VideosView({ page, videos, form }: VideosProps): JSX.Element {
  return (
    <Layout page={page} title="Videos" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Videos"
        lead="A lesson shows a video that its front matter names by its hash, with captions from the files of the course."
      />
      <section class="section" aria-labelledby="known">
        <h2 id="known">Uploaded</h2>
        {videos.length === 0 ? (
          <EmptyState icon="film" title="No video was uploaded" text="Upload one below." />
        ) : (
          <Known videos={videos} />
        )}
      </section>
      <Card title="Upload a video">
        <form class="form" method="post" action="/author/videos" enctype="multipart/form-data" novalidate>
          <FileField
            form={form}
            name="file"
            label="Video"
            help="MP4 or WebM, at most 100 MB here. POST /api/author/videos takes up to 2 GB."
            accept="video/mp4,video/webm,.mp4,.webm"
          />
          <div class="form-actions">
            <Button>Upload</Button>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

const Known = ({ videos }: { videos: VideoCard[] }): JSX.Element => (
  <Table
    caption="Videos"
    columns={[{ label: 'Video' }, { label: 'MB', numeric: true }, { label: 'In lessons' }, { label: 'Uploaded' }]}
    rows={videos.map(({ sha256, name, size, lessons, uploadedAt }) => [
      <div id={`v-${sha256.slice(0, 12)}`} class="video-file">
        <span safe>{name}</span>
        <code safe>{sha256}</code>
      </div>,
      <span safe>{megabytes(size)}</span>,
      <span safe>{lessons.join(', ') || '–'}</span>,
      <Time at={uploadedAt} />,
    ])}
  />
);

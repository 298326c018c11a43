import { Duration } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { explain } from './explained.ts';
import {
  chargeBudgets,
  commitToTable,
  listFiles,
  readFiles,
  readTable,
  readTags,
  removeFrom,
  useDataKey,
  writeFiles,
} from './grants.ts';
import { FOLDERS } from './folders.ts';
import type { Ledger } from './ledger.ts';
import { ERASABLE } from './partitions.ts';
import { type CodeOf, PortalFunction } from './portal-function.ts';
import type { Storage } from './storage.ts';

/** Routes that set a document, and so need the function that carries the type setter (51 MB). It knows all rooms, and so lists them. */
export const RENDERING_ROUTES = [
  '/api/notices/previews/{proxy+}',
  '/api/notices/statements/{proxy+}',
  '/api/payments/runs/{run}/order-list',
  '/api/openapi.json',
] as const;

/** Rooms of boards, and of what their volunteers claim: a function and a role of their own. */
export const BOARD_ROOMS = ['bodies', 'accounts', 'compensation', 'uploads'] as const;

/** Where money leaves: a function whose role alone touches runs and bank files. */
export const PAYMENT_ROOMS = ['payments'] as const;

export interface ApiProps {
  readonly storage: Storage;
  readonly ledger: Ledger;
  readonly code: CodeOf;
  readonly environment: Readonly<Record<string, string>>;
}

const routesOf = (room: string, integration: HttpLambdaIntegration) => [
  { path: `/api/${room}`, integration },
  { path: `/api/${room}/{proxy+}`, integration },
];

/** The portal's HTTP side: one function with all routes, and the same code beside it with the type setter. */
export class Api extends Construct {
  readonly api: PortalFunction;
  readonly boards: PortalFunction;
  readonly payments: PortalFunction;
  readonly notices: PortalFunction;
  readonly http: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    this.api = this.makeApi(props);
    this.boards = this.makeBoards(props);
    this.payments = this.makePayments(props);
    this.notices = this.makeNotices(props);
    this.http = new HttpApi(this, 'Http', {
      description: 'Anteil',
      createDefaultStage: false,
    });
    this.makeRoutes();
    this.stage = this.makeStage();
  }

  private makeApi({ storage, ledger, code, environment }: ApiProps): PortalFunction {
    const documents = { bucket: storage.documents, folders: FOLDERS.api.reads };
    const published = { bucket: ledger.files };
    return new PortalFunction(this, 'Api', {
      entry: 'lambda',
      code,
      description: 'Anteil: routes of funding and of the public',
      memoryMb: 1024,
      timeout: Duration.seconds(20),
      environment,
      objects: [documents, published],
      rights: [
        readTable(storage.table),
        commitToTable(storage.table),
        chargeBudgets(storage.table),
        removeFrom(storage.table, ERASABLE.api),
        useDataKey(storage.dataKey),
        readFiles(documents, published),
        listFiles(storage.documents, ledger.files),
      ],
    });
  }

  private makeBoards({ storage, ledger, code, environment }: ApiProps): PortalFunction {
    const documents = { bucket: storage.documents, folders: FOLDERS.boards.writes };
    const [uploads, published] = [{ bucket: storage.uploads }, { bucket: ledger.files }];
    return new PortalFunction(this, 'Boards', {
      entry: 'boards',
      code,
      description: 'Anteil: routes of boards and claims',
      memoryMb: 1024,
      timeout: Duration.seconds(20),
      environment,
      objects: [documents, uploads, published],
      rights: [
        readTable(storage.table),
        commitToTable(storage.table),
        chargeBudgets(storage.table),
        removeFrom(storage.table, ERASABLE.boards),
        useDataKey(storage.dataKey),
        readFiles(documents, uploads, published),
        listFiles(storage.documents, storage.uploads, ledger.files),
        // The form of an upload carries the right of whoever signed it.
        writeFiles(documents, uploads),
        readTags(storage.uploads),
      ],
    });
  }

  /** Large files are built and read at once: more memory and so more processor than others have. */
  private makePayments({ storage, ledger, code, environment }: ApiProps): PortalFunction {
    const documents = { bucket: storage.documents, folders: FOLDERS.payments.writes };
    const [uploads, published] = [{ bucket: storage.uploads }, { bucket: ledger.files }];
    return new PortalFunction(this, 'Payments', {
      entry: 'payments',
      code,
      description: 'Anteil: routes of payments',
      memoryMb: 1769,
      timeout: Duration.seconds(29),
      environment,
      objects: [documents, uploads, published],
      rights: [
        readTable(storage.table),
        commitToTable(storage.table),
        removeFrom(storage.table, ERASABLE.payments),
        useDataKey(storage.dataKey),
        readFiles(documents, uploads, published),
        listFiles(storage.documents, storage.uploads, ledger.files),
        writeFiles(documents),
        readTags(storage.uploads),
      ],
    });
  }

  /** On x86, since the lock file pins the type setter's binary for it and the tests run that very file. */
  private makeNotices({ storage, code, environment }: ApiProps): PortalFunction {
    const documents = { bucket: storage.documents, folders: FOLDERS.notices.writes };
    return new PortalFunction(this, 'Notices', {
      entry: 'notices',
      code,
      description: 'Anteil: routes that set documents',
      memoryMb: 1769,
      timeout: Duration.seconds(29),
      architecture: Architecture.X86_64,
      environment,
      objects: [documents],
      rights: [
        readTable(storage.table),
        commitToTable(storage.table),
        useDataKey(storage.dataKey),
        readFiles(documents),
        listFiles(storage.documents),
        writeFiles(documents),
      ],
    });
  }

  private makeRoutes(): void {
    const all = new HttpLambdaIntegration('AllRoutes', this.api.function);
    const boards = new HttpLambdaIntegration('BoardRoutes', this.boards.function);
    const payments = new HttpLambdaIntegration('PaymentRoutes', this.payments.function);
    const rendering = new HttpLambdaIntegration('RenderingRoutes', this.notices.function);
    const methods = [HttpMethod.ANY];
    const routes = [
      ...RENDERING_ROUTES.map((path) => ({ path, integration: rendering })),
      ...BOARD_ROOMS.flatMap((room) => routesOf(room, boards)),
      ...PAYMENT_ROOMS.flatMap((room) => routesOf(room, payments)),
      { path: '/api/{proxy+}', integration: all },
      { path: '/ledger/log/proof/{proxy+}', integration: all },
    ];
    for (const { path, integration } of routes) {
      for (const route of this.http.addRoutes({ path, methods, integration })) {
        explain(route, {
          'AwsSolutions-APIG4':
            'Sessions and roles are read by the portal itself at every request, and public routes need none; a test walks every route × role × owner.',
        });
      }
    }
  }

  /** The access log names no person: no address, no query, no cookie. */
  private makeStage(): HttpStage {
    const log = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(
          JSON.stringify({
            at: '$context.requestTime',
            id: '$context.requestId',
            method: '$context.httpMethod',
            route: '$context.routeKey',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
            bytes: '$context.responseLength',
          }),
        ),
      },
    });
    (stage.node.defaultChild as CfnStage).addPropertyOverride('DefaultRouteSettings.DetailedMetricsEnabled', true);
    return stage;
  }
}

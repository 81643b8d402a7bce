/**
 * What AWS Batch takes: shapes of RegisterJobDefinition and SubmitJob, as @aws-sdk/client-batch 3.1138.0 publishes them, without comments and
 * without jobs of several nodes, on EKS or of several containers. Copyright Amazon.com, Inc.; Apache License 2.0.
 */
export declare const ArrayJobDependency: {
  readonly N_TO_N: "N_TO_N";
  readonly SEQUENTIAL: "SEQUENTIAL";
};
export type ArrayJobDependency = (typeof ArrayJobDependency)[keyof typeof ArrayJobDependency];
export interface ArrayProperties {
  size?: number | undefined;
}
export declare const AssignPublicIp: {
  readonly DISABLED: "DISABLED";
  readonly ENABLED: "ENABLED";
};
export type AssignPublicIp = (typeof AssignPublicIp)[keyof typeof AssignPublicIp];
export interface ConsumableResourceProperties {
  consumableResourceList?: ConsumableResourceRequirement[] | undefined;
}
export interface ConsumableResourceRequirement {
  consumableResource?: string | undefined;
  quantity?: number | undefined;
}
export interface ContainerOverrides {
  vcpus?: number | undefined;
  memory?: number | undefined;
  command?: string[] | undefined;
  instanceType?: string | undefined;
  environment?: KeyValuePair[] | undefined;
  resourceRequirements?: ResourceRequirement[] | undefined;
}
export interface ContainerProperties {
  image?: string | undefined;
  vcpus?: number | undefined;
  memory?: number | undefined;
  command?: string[] | undefined;
  jobRoleArn?: string | undefined;
  executionRoleArn?: string | undefined;
  volumes?: Volume[] | undefined;
  environment?: KeyValuePair[] | undefined;
  mountPoints?: MountPoint[] | undefined;
  readonlyRootFilesystem?: boolean | undefined;
  privileged?: boolean | undefined;
  ulimits?: Ulimit[] | undefined;
  user?: string | undefined;
  instanceType?: string | undefined;
  resourceRequirements?: ResourceRequirement[] | undefined;
  linuxParameters?: LinuxParameters | undefined;
  logConfiguration?: LogConfiguration | undefined;
  secrets?: Secret[] | undefined;
  networkConfiguration?: NetworkConfiguration | undefined;
  fargatePlatformConfiguration?: FargatePlatformConfiguration | undefined;
  enableExecuteCommand?: boolean | undefined;
  ephemeralStorage?: EphemeralStorage | undefined;
  runtimePlatform?: RuntimePlatform | undefined;
  repositoryCredentials?: RepositoryCredentials | undefined;
}
export interface Device {
  hostPath: string | undefined;
  containerPath?: string | undefined;
  permissions?: DeviceCgroupPermission[] | undefined;
}
export declare const DeviceCgroupPermission: {
  readonly MKNOD: "MKNOD";
  readonly READ: "READ";
  readonly WRITE: "WRITE";
};
export type DeviceCgroupPermission = (typeof DeviceCgroupPermission)[keyof typeof DeviceCgroupPermission];
export interface EFSAuthorizationConfig {
  accessPointId?: string | undefined;
  iam?: EFSAuthorizationConfigIAM | undefined;
}
export declare const EFSAuthorizationConfigIAM: {
  readonly DISABLED: "DISABLED";
  readonly ENABLED: "ENABLED";
};
export type EFSAuthorizationConfigIAM = (typeof EFSAuthorizationConfigIAM)[keyof typeof EFSAuthorizationConfigIAM];
export declare const EFSTransitEncryption: {
  readonly DISABLED: "DISABLED";
  readonly ENABLED: "ENABLED";
};
export type EFSTransitEncryption = (typeof EFSTransitEncryption)[keyof typeof EFSTransitEncryption];
export interface EFSVolumeConfiguration {
  fileSystemId: string | undefined;
  rootDirectory?: string | undefined;
  transitEncryption?: EFSTransitEncryption | undefined;
  transitEncryptionPort?: number | undefined;
  authorizationConfig?: EFSAuthorizationConfig | undefined;
}
export interface EphemeralStorage {
  sizeInGiB: number | undefined;
}
export interface EvaluateOnExit {
  onStatusReason?: string | undefined;
  onReason?: string | undefined;
  onExitCode?: string | undefined;
  action: RetryAction | undefined;
}
export interface FargatePlatformConfiguration {
  platformVersion?: string | undefined;
}
export interface Host {
  sourcePath?: string | undefined;
}
export declare const JobDefinitionType: {
  readonly Container: "container";
  readonly Multinode: "multinode";
};
export type JobDefinitionType = (typeof JobDefinitionType)[keyof typeof JobDefinitionType];
export interface JobDependency {
  jobId?: string | undefined;
  type?: ArrayJobDependency | undefined;
}
export interface JobTimeout {
  attemptDurationSeconds?: number | undefined;
}
export interface KeyValuePair {
  name?: string | undefined;
  value?: string | undefined;
}
export interface LinuxParameters {
  devices?: Device[] | undefined;
  initProcessEnabled?: boolean | undefined;
  sharedMemorySize?: number | undefined;
  tmpfs?: Tmpfs[] | undefined;
  maxSwap?: number | undefined;
  swappiness?: number | undefined;
}
export interface LogConfiguration {
  logDriver: LogDriver | undefined;
  options?: Record<string, string> | undefined;
  secretOptions?: Secret[] | undefined;
}
export declare const LogDriver: {
  readonly AWSFIRELENS: "awsfirelens";
  readonly AWSLOGS: "awslogs";
  readonly FLUENTD: "fluentd";
  readonly GELF: "gelf";
  readonly JOURNALD: "journald";
  readonly JSON_FILE: "json-file";
  readonly SPLUNK: "splunk";
  readonly SYSLOG: "syslog";
};
export type LogDriver = (typeof LogDriver)[keyof typeof LogDriver];
export interface MountPoint {
  containerPath?: string | undefined;
  readOnly?: boolean | undefined;
  sourceVolume?: string | undefined;
}
export interface NetworkConfiguration {
  assignPublicIp?: AssignPublicIp | undefined;
}
export declare const PlatformCapability: {
  readonly EC2: "EC2";
  readonly FARGATE: "FARGATE";
  readonly MANAGED_INSTANCES: "MANAGED_INSTANCES";
};
export type PlatformCapability = (typeof PlatformCapability)[keyof typeof PlatformCapability];
export interface RegisterJobDefinitionRequest {
  jobDefinitionName: string | undefined;
  type: JobDefinitionType | undefined;
  parameters?: Record<string, string> | undefined;
  schedulingPriority?: number | undefined;
  containerProperties?: ContainerProperties | undefined;
  retryStrategy?: RetryStrategy | undefined;
  propagateTags?: boolean | undefined;
  timeout?: JobTimeout | undefined;
  tags?: Record<string, string> | undefined;
  platformCapabilities?: PlatformCapability[] | undefined;
  consumableResourceProperties?: ConsumableResourceProperties | undefined;
}
export interface RepositoryCredentials {
  credentialsParameter: string | undefined;
}
export interface ResourceRequirement {
  value: string | undefined;
  type: ResourceType | undefined;
}
export declare const ResourceType: {
  readonly GPU: "GPU";
  readonly MEMORY: "MEMORY";
  readonly VCPU: "VCPU";
};
export type ResourceType = (typeof ResourceType)[keyof typeof ResourceType];
export declare const RetryAction: {
  readonly EXIT: "EXIT";
  readonly RETRY: "RETRY";
};
export type RetryAction = (typeof RetryAction)[keyof typeof RetryAction];
export interface RetryStrategy {
  attempts?: number | undefined;
  evaluateOnExit?: EvaluateOnExit[] | undefined;
}
export interface RuntimePlatform {
  operatingSystemFamily?: string | undefined;
  cpuArchitecture?: string | undefined;
}
export interface S3FilesVolumeConfiguration {
  fileSystemArn: string | undefined;
  rootDirectory?: string | undefined;
  transitEncryptionPort?: number | undefined;
  accessPointArn?: string | undefined;
}
export interface Secret {
  name: string | undefined;
  valueFrom: string | undefined;
}
export interface SubmitJobRequest {
  jobName: string | undefined;
  jobQueue: string | undefined;
  shareIdentifier?: string | undefined;
  schedulingPriorityOverride?: number | undefined;
  arrayProperties?: ArrayProperties | undefined;
  dependsOn?: JobDependency[] | undefined;
  jobDefinition: string | undefined;
  parameters?: Record<string, string> | undefined;
  containerOverrides?: ContainerOverrides | undefined;
  retryStrategy?: RetryStrategy | undefined;
  propagateTags?: boolean | undefined;
  timeout?: JobTimeout | undefined;
  tags?: Record<string, string> | undefined;
  consumableResourcePropertiesOverride?: ConsumableResourceProperties | undefined;
}
export interface Tmpfs {
  containerPath: string | undefined;
  size: number | undefined;
  mountOptions?: string[] | undefined;
}
export interface Ulimit {
  hardLimit: number | undefined;
  name: string | undefined;
  softLimit: number | undefined;
}
export interface Volume {
  host?: Host | undefined;
  name?: string | undefined;
  efsVolumeConfiguration?: EFSVolumeConfiguration | undefined;
  s3filesVolumeConfiguration?: S3FilesVolumeConfiguration | undefined;
}

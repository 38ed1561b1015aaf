# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
"""Sixty files, sixty tasks, written against Microsoft's SDK alone: what a user of notebooks would type.

notebook.py SAMPLE RESULTS runs the program in SAMPLE/forecast over SAMPLE/inputs/*.csv and leaves what it
makes in RESULTS/<task>/. It knows where to go from the four variables of connection.env and nothing else,
so that it runs on Azure as it does here.
"""
import datetime
import io
import os
import pathlib
import re
import sys
import time
import zipfile

from azure.batch import BatchServiceClient, models
from azure.batch.batch_auth import SharedKeyCredentials
from azure.storage.blob import (BlobServiceClient, ContainerSasPermissions, generate_blob_sas,
                                generate_container_sas)

RUN = "notebook-" + datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%d-%H%M%S")
IN_A_DAY = datetime.datetime.utcnow() + datetime.timedelta(days=1)


def connect():
    batch = BatchServiceClient(
        SharedKeyCredentials(os.environ["AZURE_BATCH_ACCOUNT"], os.environ["AZURE_BATCH_ACCESS_KEY"]),
        batch_url=os.environ["AZURE_BATCH_ENDPOINT"])
    return batch, BlobServiceClient.from_connection_string(os.environ["AZURE_STORAGE_CONNECTION_STRING"])


def zipped(folder):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    return content.getvalue()


def readable(blob):
    """The address of a blob with leave to read it."""
    signature = generate_blob_sas(blob.account_name, blob.container_name, blob.blob_name,
                                  account_key=blob.credential.account_key, permission="r", expiry=IN_A_DAY)
    return f"{blob.url}?{signature}"


def writable(container):
    """The address of a container with leave to write into it."""
    signature = generate_container_sas(
        container.account_name, container.container_name, account_key=container.credential.account_key,
        permission=ContainerSasPermissions(write=True, create=True), expiry=IN_A_DAY)
    return f"{container.url}?{signature}"


def add_pool(batch):
    batch.pool.add(models.PoolAddParameter(
        id=RUN, vm_size="STANDARD_D2S_V3", target_dedicated_nodes=2,
        virtual_machine_configuration=models.VirtualMachineConfiguration(
            image_reference=models.ImageReference(publisher="canonical", offer="ubuntu-24_04-lts", sku="server"),
            node_agent_sku_id="batch.node.ubuntu 24.04"),
        start_task=models.StartTask(command_line="/bin/sh -c 'python3 --version'", wait_for_success=True)))


def add_job(batch, application):
    batch.job.add(models.JobAddParameter(
        id=RUN, pool_info=models.PoolInformation(pool_id=RUN),
        job_preparation_task=models.JobPreparationTask(
            command_line="/bin/sh -c 'python3 -m zipfile -e application.zip .'",
            resource_files=[models.ResourceFile(http_url=readable(application), file_path="application.zip")])))


def task_for(blob, output_url):
    name = blob.blob_name
    task = re.sub("[^A-Za-z0-9_-]", "_", pathlib.PurePath(name).stem)

    def kept(pattern, path):
        return models.OutputFile(
            file_pattern=pattern,
            destination=models.OutputFileDestination(container=models.OutputFileBlobContainerDestination(
                container_url=output_url, path=path)),
            upload_options=models.OutputFileUploadOptions(
                upload_condition=models.OutputFileUploadCondition.task_completion))
    return models.TaskAddParameter(
        id=task,
        command_line="/bin/sh -c 'python3 \"$AZ_BATCH_JOB_PREP_WORKING_DIR/forecast.py\""
                     f" \"input/{name}\" --output output'",
        resource_files=[models.ResourceFile(http_url=readable(blob), file_path=f"input/{name}")],
        output_files=[kept("output/**", task), kept("../std*.txt", f"{task}/log")])


def wait_for_tasks(batch, count):
    while True:
        counts = batch.job.get_task_counts(RUN).task_counts
        print(f"{counts.completed} of {count} tasks are done", flush=True)
        if counts.completed == count:
            return
        time.sleep(0.5)


def failures(batch):
    failed = batch.task.list(RUN, models.TaskListOptions(filter="executionInfo/result eq 'failure'"))
    return [f"{task.id}: {task.execution_info.failure_info.message}" for task in failed]


def download(container, folder):
    for blob in container.list_blobs():
        target = folder / blob.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(container.download_blob(blob.name).readall())


def remove(batch, containers):
    for delete in (batch.job.delete, batch.pool.delete):
        try:
            delete(RUN)
        except models.BatchErrorException as error:
            if error.error.code not in ("JobNotFound", "PoolNotFound"):
                raise
    while batch.pool.exists(RUN):
        time.sleep(0.5)
    for container in containers:
        container.delete_container()


def main():
    sample, results = map(pathlib.Path, sys.argv[1:])
    batch, storage = connect()
    containers = [storage.create_container(f"{RUN}-{name}") for name in ("application", "input", "output")]
    application, inputs, output = containers
    try:
        program = application.upload_blob("application.zip", zipped(sample / "forecast"))
        blobs = [inputs.upload_blob(file.name, file.read_bytes())
                 for file in sorted((sample / "inputs").glob("*.csv"))]
        add_pool(batch)
        add_job(batch, program)
        batch.task.add_collection(RUN, [task_for(blob, writable(output)) for blob in blobs])
        wait_for_tasks(batch, len(blobs))
        for failure in failures(batch):
            print(failure)
        download(output, results)
    finally:
        remove(batch, containers)
    print(f"results: {results}")


if __name__ == "__main__":
    main()

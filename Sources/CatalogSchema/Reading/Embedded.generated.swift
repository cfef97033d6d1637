// Generated from the files of Grammar; do not edit.
// swift-format-ignore-file

/// The data of `Grammar/`, byte for byte.
package enum Embedded {
  /// `Grammar/vocabularies/task.json`
  package static let task: StaticString = ##"""
{
  "name": "task",
  "title": "What a dataset's labels or images serve",
  "concepts": [
    { "prefLabel": "Segmentation", "altLabel": ["Semantic Segmentation", "Seg.", "Masks", "Segmentation Masks"], "definition": "Marking every pixel or voxel that belongs to a structure." },
    { "prefLabel": "Instance Segmentation", "altLabel": ["Instance", "Instance Seg.", "Instance Masks"], "broader": "Segmentation", "definition": "Segmentation that keeps each single object apart from its neighbours." },
    { "prefLabel": "Multi-Annotator Seg.", "altLabel": ["Multi-Annotator Segmentation", "Multi-Rater Segmentation", "Multi-Rater Seg."], "broader": "Segmentation", "definition": "Segmentation drawn by several people for the same images, so that their disagreement can be studied." },
    { "prefLabel": "Panoptic Segmentation", "altLabel": ["Panoptic", "Panoptic Seg."], "broader": "Segmentation", "definition": "Segmentation that labels every pixel and also separates countable objects." },
    { "prefLabel": "Scribbles", "altLabel": ["Scribble", "Scribble Annotations"], "broader": "Segmentation", "definition": "Rough strokes inside structures in place of full outlines." },
    { "prefLabel": "Centerlines", "altLabel": ["Centerline", "Centrelines", "Centreline", "Centerline Extraction"], "definition": "Curves along the middle of tubular structures such as vessels or airways." },
    { "prefLabel": "Classification", "altLabel": ["Image Classification", "Diagnosis Labels"], "definition": "Assigning one class out of several to an image or a case." },
    { "prefLabel": "Multi-Label Classification", "altLabel": ["Multilabel Classification"], "broader": "Classification", "definition": "Assigning any number of classes to one image or case." },
    { "prefLabel": "Grading", "altLabel": ["Severity Grading", "Staging"], "broader": "Classification", "definition": "Putting a finding on an ordered scale of severity." },
    { "prefLabel": "Series Identification", "altLabel": ["Sequence Identification", "Series Classification"], "broader": "Classification", "definition": "Telling which kind of acquisition an image series is." },
    { "prefLabel": "Detection", "altLabel": ["Object Detection", "Lesion Detection"], "definition": "Finding where objects or lesions are, without their exact outline." },
    { "prefLabel": "Bounding Boxes", "altLabel": ["Bounding Box", "BBoxes"], "broader": "Detection", "definition": "Rectangles or boxes drawn around objects." },
    { "prefLabel": "Landmark Detection", "altLabel": ["Landmarks", "Landmark Localization", "Keypoints", "Keypoint Detection"], "broader": "Detection", "definition": "Locating named anatomical points." },
    { "prefLabel": "Localization", "altLabel": ["Localisation"], "broader": "Detection", "definition": "Telling roughly where in an image something is." },
    { "prefLabel": "Tracking", "altLabel": ["Object Tracking", "Cell Tracking"], "definition": "Following objects from frame to frame." },
    { "prefLabel": "Counting", "altLabel": ["Cell Counting", "Object Counting"], "definition": "Estimating how many objects an image shows." },
    { "prefLabel": "Registration", "altLabel": ["Image Registration", "Alignment"], "definition": "Finding the transformation that lays one image over another." },
    { "prefLabel": "Motion Estimation", "altLabel": ["Optical Flow"], "definition": "Measuring how tissue or instruments move between frames." },
    { "prefLabel": "Reconstruction", "altLabel": ["Image Reconstruction"], "definition": "Computing images from raw scanner measurements." },
    { "prefLabel": "Denoising", "altLabel": ["Noise Reduction"], "definition": "Removing noise while keeping structures." },
    { "prefLabel": "Super-Resolution", "altLabel": ["Superresolution"], "definition": "Computing a finer image from a coarse one." },
    { "prefLabel": "Image Synthesis", "altLabel": ["Image Generation", "Image Translation", "Image-to-Image Translation"], "definition": "Producing images of one kind from another kind or from nothing." },
    { "prefLabel": "Regression", "altLabel": ["Measurement"], "definition": "Predicting a number from an image, such as a volume or an age." },
    { "prefLabel": "Survival Prediction", "altLabel": ["Survival Analysis", "Prognosis", "Outcome Prediction"], "definition": "Predicting how a disease will go on." },
    { "prefLabel": "Report Generation", "altLabel": ["Radiology Report Generation"], "definition": "Writing a finding's text from images." },
    { "prefLabel": "Text", "altLabel": ["Reports", "Radiology Reports", "Captions", "Captioning"], "definition": "Written reports or captions that come with the images." },
    { "prefLabel": "Visual Question Answering", "altLabel": ["VQA"], "definition": "Answering questions about an image." },
    { "prefLabel": "Image Retrieval", "altLabel": ["Retrieval", "Content-Based Image Retrieval"], "definition": "Finding similar images in a collection." },
    { "prefLabel": "Phase Recognition", "altLabel": ["Workflow Recognition", "Surgical Phase Recognition"], "definition": "Telling which step of a procedure a video frame shows." },
    { "prefLabel": "Action Recognition", "altLabel": ["Activity Recognition"], "definition": "Telling what is being done in a video." },
    { "prefLabel": "Depth Estimation", "altLabel": ["Monocular Depth Estimation"], "definition": "Estimating the distance of each pixel from the camera." },
    { "prefLabel": "Quality Assessment", "altLabel": ["Image Quality Assessment"], "definition": "Judging whether an image is good enough for its purpose." },
    { "prefLabel": "Anomaly Detection", "altLabel": ["Outlier Detection"], "broader": "Detection", "definition": "Finding what departs from normal anatomy without naming it beforehand." },
    { "prefLabel": "Just Images", "altLabel": ["Images Only", "Unlabeled", "Unlabelled", "No Labels"], "definition": "Images without annotations." },
    { "prefLabel": "Other", "altLabel": [], "definition": "A purpose that no other term of the list names." }
  ]
}
"""##

  /// `Grammar/vocabularies/modality.json`
  package static let modality: StaticString = ##"""
{
  "name": "modality",
  "title": "How a dataset's images were acquired",
  "concepts": [
    { "prefLabel": "CT", "altLabel": ["Computed Tomography", "CAT scan", "CT scan", "CTs"], "notation": "CT", "definition": "Cross-sections computed from X-ray projections around the body." },
    { "prefLabel": "CTA", "altLabel": ["CT Angiography", "Computed Tomography Angiography"], "broader": "CT", "notation": "CT", "definition": "CT with contrast agent in the vessels." },
    { "prefLabel": "CBCT", "altLabel": ["Cone Beam CT", "Cone-Beam Computed Tomography"], "broader": "CT", "notation": "CT", "definition": "CT from a cone of rays and a flat detector, common in dentistry and radiotherapy." },
    { "prefLabel": "Micro-CT", "altLabel": ["uCT", "µCT"], "broader": "CT", "notation": "CT", "definition": "CT of small samples at micrometre resolution." },
    { "prefLabel": "4D CT", "altLabel": ["4DCT"], "broader": "CT", "notation": "CT", "definition": "CT volumes over the phases of breathing or heartbeat." },
    { "prefLabel": "MRI", "altLabel": ["MR", "Magnetic Resonance", "Magnetic Resonance Imaging", "MR imaging", "MRIs"], "notation": "MR", "definition": "Images from the response of nuclei to radio pulses in a strong magnetic field." },
    { "prefLabel": "T1-MRI", "altLabel": ["T1", "T1w", "T1w MRI", "T1 weighted MRI", "T1-weighted MR"], "broader": "MRI", "notation": "MR", "definition": "MRI weighted so that fat is bright and fluid dark." },
    { "prefLabel": "T2-MRI", "altLabel": ["T2", "T2w", "T2w MRI", "T2 weighted MRI", "T2-weighted MR"], "broader": "MRI", "notation": "MR", "definition": "MRI weighted so that fluid is bright." },
    { "prefLabel": "FLAIR", "altLabel": ["FLAIR MRI", "T2-FLAIR", "Fluid-Attenuated Inversion Recovery"], "broader": "MRI", "notation": "MR", "definition": "T2-like MRI in which free fluid is suppressed." },
    { "prefLabel": "DWI", "altLabel": ["Diffusion MRI", "dMRI", "Diffusion-Weighted Imaging", "Diffusion Weighted MRI"], "broader": "MRI", "notation": "MR", "definition": "MRI sensitive to the motion of water in tissue." },
    { "prefLabel": "DTI", "altLabel": ["Diffusion Tensor Imaging"], "broader": "DWI", "notation": "MR", "definition": "Diffusion MRI in many directions, from which fibre tracts are computed." },
    { "prefLabel": "fMRI", "altLabel": ["Functional MRI", "Functional Magnetic Resonance Imaging"], "broader": "MRI", "notation": "MR", "definition": "MRI over time that follows blood oxygenation in the brain." },
    { "prefLabel": "Cine-MRI", "altLabel": ["Cine MR", "Cine CMR"], "broader": "CMR", "notation": "MR", "definition": "MRI of the beating heart as a film." },
    { "prefLabel": "CMR", "altLabel": ["Cardiac MRI", "Cardiovascular Magnetic Resonance", "Cardiac MR"], "broader": "MRI", "notation": "MR", "definition": "MRI of the heart and the great vessels." },
    { "prefLabel": "LGE-MRI", "altLabel": ["LGE", "Late Gadolinium Enhancement"], "broader": "CMR", "notation": "MR", "definition": "Heart MRI after contrast agent, in which scar is bright." },
    { "prefLabel": "DCE-MRI", "altLabel": ["Dynamic Contrast-Enhanced MRI"], "broader": "MRI", "notation": "MR", "definition": "MRI repeated while contrast agent washes in and out." },
    { "prefLabel": "MRA", "altLabel": ["MR Angiography", "Magnetic Resonance Angiography"], "broader": "MRI", "notation": "MR", "definition": "MRI of the vessels." },
    { "prefLabel": "MR Spectroscopy", "altLabel": ["MRS"], "broader": "MRI", "notation": "MR", "definition": "Chemical spectra measured with MRI equipment." },
    { "prefLabel": "Multimodal MRI", "altLabel": ["Multi-Modal MRI", "Multiparametric MRI", "mpMRI", "Multi-Sequence MRI"], "broader": "MRI", "notation": "MR", "definition": "Several MRI contrasts of the same patient." },
    { "prefLabel": "PET", "altLabel": ["Positron Emission Tomography"], "notation": "PT", "definition": "The distribution of a positron-emitting tracer." },
    { "prefLabel": "PET/CT", "altLabel": ["PET-CT", "PETCT"], "broader": "PET", "notation": "PT", "definition": "PET and CT from one combined scanner." },
    { "prefLabel": "PET/MR", "altLabel": ["PET-MR", "PET/MRI"], "broader": "PET", "notation": "PT", "definition": "PET and MRI from one combined scanner." },
    { "prefLabel": "SPECT", "altLabel": ["Single Photon Emission Computed Tomography"], "notation": "NM", "definition": "Cross-sections of a gamma-emitting tracer." },
    { "prefLabel": "SPECT/CT", "altLabel": ["SPECT-CT"], "broader": "SPECT", "notation": "NM", "definition": "SPECT and CT from one combined scanner." },
    { "prefLabel": "Scintigraphy", "altLabel": ["Bone Scan", "Nuclear Medicine"], "notation": "NM", "definition": "Flat images of a gamma-emitting tracer." },
    { "prefLabel": "X-Ray", "altLabel": ["XRay", "X Rays", "Radiograph", "Radiographs", "Radiography", "CXR", "Digital Radiography"], "notation": "DX", "definition": "A projection of the body made with X-rays." },
    { "prefLabel": "Panoramic X-Ray", "altLabel": ["Orthopantomogram", "OPG", "Panoramic Radiograph"], "broader": "X-Ray", "notation": "PX", "definition": "One X-ray picture of both jaws with all teeth." },
    { "prefLabel": "Mammography", "altLabel": ["Mammogram", "Mammograms", "Digital Mammography"], "broader": "X-Ray", "notation": "MG", "definition": "X-ray images of the breast." },
    { "prefLabel": "Tomosynthesis", "altLabel": ["DBT", "Digital Breast Tomosynthesis"], "broader": "Mammography", "notation": "MG", "definition": "Slices computed from breast X-rays at a few angles." },
    { "prefLabel": "Angiography", "altLabel": ["X-Ray Angiography", "Coronary Angiography"], "broader": "X-Ray", "notation": "XA", "definition": "X-ray images of vessels filled with contrast agent." },
    { "prefLabel": "DSA", "altLabel": ["Digital Subtraction Angiography"], "broader": "Angiography", "notation": "XA", "definition": "Angiography from which the image without contrast agent was subtracted." },
    { "prefLabel": "Fluoroscopy", "altLabel": ["C-Arm"], "broader": "X-Ray", "notation": "RF", "definition": "X-ray images shown live." },
    { "prefLabel": "DXA", "altLabel": ["DEXA", "Bone Densitometry"], "broader": "X-Ray", "notation": "BMD", "definition": "X-rays of two energies that measure bone density." },
    { "prefLabel": "Ultrasound", "altLabel": ["US", "Ultrasonography", "Sonography", "Ultrasounds"], "notation": "US", "definition": "Images from the echoes of high-frequency sound." },
    { "prefLabel": "Ultrasound Video", "altLabel": ["US Video", "Ultrasound Cine", "Ultrasound Videos"], "broader": "Ultrasound", "notation": "US", "definition": "A clip of ultrasound frames." },
    { "prefLabel": "CEUS", "altLabel": ["Contrast-Enhanced Ultrasound"], "broader": "Ultrasound", "notation": "US", "definition": "Ultrasound with microbubbles as contrast agent." },
    { "prefLabel": "Echo", "altLabel": ["Echocardiography", "Echocardiogram", "Echocardiograms"], "broader": "Ultrasound", "notation": "US", "definition": "Ultrasound of the heart." },
    { "prefLabel": "IVUS", "altLabel": ["Intravascular Ultrasound"], "broader": "Ultrasound", "notation": "IVUS", "definition": "Ultrasound from inside a vessel." },
    { "prefLabel": "Elastography", "altLabel": ["Ultrasound Elastography"], "broader": "Ultrasound", "notation": "US", "definition": "Images of how stiff tissue is." },
    { "prefLabel": "Photoacoustic", "altLabel": ["Photoacoustic Imaging", "Optoacoustic Imaging"], "notation": "PA", "definition": "Ultrasound waves that light pulses cause in tissue." },
    { "prefLabel": "Microscopy", "altLabel": ["Light Microscopy", "Optical Microscopy"], "notation": "GM", "definition": "Enlarged images of cells or tissue." },
    { "prefLabel": "Fluorescence Microscopy", "altLabel": ["Immunofluorescence"], "broader": "Microscopy", "notation": "GM", "definition": "Microscopy of stains or proteins that glow." },
    { "prefLabel": "Confocal Microscopy", "altLabel": ["Confocal"], "broader": "Microscopy", "notation": "CFM", "definition": "Microscopy that scans one focal plane after another." },
    { "prefLabel": "Light-Sheet Microscopy", "altLabel": ["Light Sheet", "LSFM"], "broader": "Fluorescence Microscopy", "definition": "Fluorescence microscopy lit by a thin sheet of light." },
    { "prefLabel": "Phase Contrast Microscopy", "altLabel": ["Phase Contrast"], "broader": "Microscopy", "notation": "GM", "definition": "Microscopy that makes differences in refraction visible." },
    { "prefLabel": "Electron Microscopy", "altLabel": ["EM", "TEM", "SEM", "ssTEM", "Electron Microscope"], "broader": "Microscopy", "definition": "Images made with electrons in place of light." },
    { "prefLabel": "Cryo-EM", "altLabel": ["Cryo Electron Microscopy", "Cryo-ET"], "broader": "Electron Microscopy", "definition": "Electron microscopy of frozen samples." },
    { "prefLabel": "Optical Microscope Camera", "altLabel": ["Microscope Camera"], "broader": "Microscopy", "notation": "GM", "definition": "Photographs taken through an ordinary microscope." },
    { "prefLabel": "WSI", "altLabel": ["Whole Slide Image", "Whole Slide Images", "Whole Slide Imaging", "Histopathology", "Histology"], "broader": "Microscopy", "notation": "SM", "definition": "A whole glass slide of stained tissue, scanned at high resolution." },
    { "prefLabel": "Cytology", "altLabel": ["Cytopathology", "Pap Smear"], "broader": "Microscopy", "notation": "SM", "definition": "Microscopy of loose cells on a slide." },
    { "prefLabel": "Retinal", "altLabel": ["Fundus", "Fundus Photography", "Retinal Fundus", "Color Fundus", "Fundus Image"], "notation": "OP", "definition": "Photographs of the back of the eye." },
    { "prefLabel": "OCT", "altLabel": ["Optical Coherence Tomography"], "notation": "OPT", "definition": "Depth profiles of tissue, mostly the retina, from reflected light." },
    { "prefLabel": "OCTA", "altLabel": ["OCT Angiography", "Optical Coherence Tomography Angiography"], "broader": "OCT", "notation": "OPT", "definition": "OCT that shows flowing blood." },
    { "prefLabel": "Fluorescein Angiography", "altLabel": ["FFA", "Fundus Fluorescein Angiography"], "broader": "Retinal", "notation": "OP", "definition": "Photographs of the retina after a fluorescent dye." },
    { "prefLabel": "Slit Lamp", "altLabel": ["Slit-Lamp Photography"], "notation": "OP", "definition": "Photographs of the front of the eye lit by a narrow beam." },
    { "prefLabel": "Derm", "altLabel": ["Dermatology", "Dermoscopy", "Dermatoscopy", "Dermoscopic", "Skin Images"], "notation": "XC", "definition": "Close pictures of the skin, often through a dermatoscope." },
    { "prefLabel": "Photography", "altLabel": ["Photo", "Photos", "Photographs", "RGB", "Clinical Photography"], "notation": "XC", "definition": "Pictures taken with an ordinary camera." },
    { "prefLabel": "Thermography", "altLabel": ["Infrared Imaging", "Thermal Imaging"], "notation": "TG", "definition": "Images of heat radiation." },
    { "prefLabel": "Hyperspectral", "altLabel": ["Hyperspectral Imaging", "HSI"], "definition": "Images with many narrow bands of colour." },
    { "prefLabel": "Scope", "altLabel": ["Endoscopy", "Endoscope", "Colonoscopy", "Endoscopic", "Gastroscopy", "Laparoscopy", "Bronchoscopy"], "notation": "ES", "definition": "Pictures from a camera inside the body." },
    { "prefLabel": "Endoscopic video", "altLabel": ["Endoscopy Video", "Colonoscopy Video", "Endoscopic Videos"], "broader": "Scope", "notation": "ES", "definition": "A film from an endoscope." },
    { "prefLabel": "Surgical video", "altLabel": ["Laparoscopic Video", "Surgery Video", "Surgical Videos"], "broader": "Scope", "notation": "ES", "definition": "A film of an operation." },
    { "prefLabel": "Fetoscopic Video", "altLabel": ["Fetoscopy", "Fetoscopy Video", "Fetoscopic Videos"], "broader": "Scope", "notation": "ES", "definition": "A film from an endoscope in the womb." },
    { "prefLabel": "Capsule Endoscopy", "altLabel": ["Video Capsule Endoscopy", "WCE"], "broader": "Scope", "notation": "ES", "definition": "Pictures from a swallowed camera." },
    { "prefLabel": "Intra-oral scan", "altLabel": ["Intraoral scans", "IOS", "Dental scan"], "notation": "IO", "definition": "A surface model of teeth and gums from a hand-held scanner." },
    { "prefLabel": "EEG", "altLabel": ["Electroencephalography"], "notation": "EEG", "definition": "Electric activity of the brain over time." },
    { "prefLabel": "ECG", "altLabel": ["EKG", "Electrocardiogram"], "notation": "ECG", "definition": "Electric activity of the heart over time." }
  ]
}
"""##

  /// `Grammar/vocabularies/dimension.json`
  package static let dimension: StaticString = ##"""
{
  "name": "dimension",
  "title": "How many dimensions an image has",
  "concepts": [
    { "prefLabel": "1D", "altLabel": ["1-D", "One-Dimensional"], "definition": "A signal along one axis." },
    { "prefLabel": "2D", "altLabel": ["2-D", "Two-Dimensional", "2 Dim"], "definition": "A flat image." },
    { "prefLabel": "2.5D", "altLabel": ["2.5-D"], "definition": "A few neighbouring slices taken together, or a surface with depth." },
    { "prefLabel": "3D", "altLabel": ["3-D", "Three-Dimensional", "Volumetric", "3 Dim"], "definition": "A volume of slices or voxels." },
    { "prefLabel": "2D + Time", "altLabel": ["2D+t", "2D+T", "2D Time", "2D video", "2Dt"], "broader": "2D", "definition": "Flat frames over time, as in a video." },
    { "prefLabel": "3D + Time", "altLabel": ["3D+t", "3D+T", "3D Time", "3Dt"], "broader": "3D", "definition": "Volumes over time, as frames of three dimensions." },
    { "prefLabel": "4D", "altLabel": ["4-D", "Four-Dimensional"], "broader": "3D", "definition": "Volumes with a fourth axis, mostly time." },
    { "prefLabel": "5D", "altLabel": ["5-D"], "broader": "4D", "definition": "Volumes over time with several channels." }
  ]
}
"""##

  /// `Grammar/schemas/dataset.json`
  package static let dataset: StaticString = ##"""
{
  "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
  "name": "dataset",
  "title": "Datasets with their tasks, image types and dimensions",
  "fields": [
    {
      "name": "dataset", "title": "Dataset", "type": "string",
      "description": "The dataset's name, linked to where it is published.",
      "constraints": { "required": true, "unique": true },
      "mdcatalog:key": true, "mdcatalog:link": true, "mdcatalog:sorted": true,
      "mdcatalog:headerAliases": ["Datasets", "Data set", "Dataset name", "Name of dataset"]
    },
    {
      "name": "description", "title": "Description", "type": "string",
      "description": "What the images show, in a sentence or two.",
      "constraints": { "required": true },
      "mdcatalog:headerAliases": ["Descriptions", "Summary"]
    },
    {
      "name": "task", "title": "Labels / Task(s)", "type": "list", "delimiter": ", ",
      "description": "What the labels are for.",
      "constraints": { "required": true },
      "mdcatalog:vocabulary": "task", "mdcatalog:closed": true,
      "mdcatalog:headerAliases": ["Labels / Tasks", "Task", "Tasks", "Labels or tasks", "Task type", "Annotation type"]
    },
    {
      "name": "imageType", "title": "Image Type(s)", "type": "list", "delimiter": ", ",
      "description": "How the images were acquired.",
      "constraints": { "required": true },
      "mdcatalog:vocabulary": "modality", "mdcatalog:closed": true,
      "mdcatalog:headerAliases": ["Image Type", "Modality", "Modalities", "Imaging modality", "Image modality", "Imaging type"]
    },
    {
      "name": "dimension", "title": "Dim.", "type": "list", "delimiter": ", ",
      "description": "How many dimensions the images have.",
      "constraints": { "required": true },
      "mdcatalog:vocabulary": "dimension", "mdcatalog:closed": true,
      "mdcatalog:headerAliases": ["Dim", "Dims", "Dimension", "Dimensions", "Dimensionality"]
    }
  ]
}
"""##

  /// `Grammar/cues.json`
  package static let cues: StaticString = ##"""
{
  "images": ["images from", "image from", "same images as", "scans from", "same scans as", "same ct as", "same cts as", "same mris as", "cts from", "mris from", "x-rays from", "projected from", "subset of", "contained in", "expansion of", "extension of", "frames from", "slides from", "videos from", "images of the"],
  "mentions": ["overlap with", "overlaps with", "segmentations from", "labels from", "annotations from", "masks from", "segmentations available in", "available in", "trained on", "based on", "see also", "as in", "compare with"]
}
"""##
}
